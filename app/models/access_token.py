"""What a program shows instead of signing in: who it acts for, and what it may do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Delete,
    ForeignKey,
    Select,
    String,
    Update,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship
from sqlalchemy.orm.attributes import set_committed_value

from app.extensions import db
from app.lib.tokens import digest, new_access_token
from app.models.account import Account
from app.models.application import Application
from app.models.columns import Key, MaybeMoment, Moment, UserKey, now
from app.models.user import User

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

#: Made in the settings by its person; given for a password; given to an application.
PERSONAL: Final = "personal"
SIGN_IN: Final = "sign-in"
GRANTED: Final = "granted"
KINDS: Final = (PERSONAL, SIGN_IN, GRANTED)
#: What was given for a password ends after so long without use.
UNUSED_FOR: Final = timedelta(days=90)
#: What an application was given can be renewed for so long after it has ended.
RENEWED_WITHIN: Final = timedelta(days=60)
#: So many somebody can have made at once.
MOST_PERSONAL: Final = 50
#: Reading must not write: a use is noted once an hour at most.
NOTED_EVERY: Final = timedelta(hours=1)
NAME_LONGEST: Final = 80


class Scope(StrEnum):
    """What a token may be good for, one thing at a time."""

    POSTS_READ = "posts:read"
    POSTS_WRITE = "posts:write"
    MEDIA_WRITE = "media:write"
    COMMENTS_WRITE = "comments:write"
    MARKS_WRITE = "marks:write"
    PEOPLE_READ = "people:read"
    PEOPLE_WRITE = "people:write"
    MESSAGES_READ = "messages:read"
    MESSAGES_WRITE = "messages:write"
    NOTIFICATIONS_READ = "notifications:read"
    NOTIFICATIONS_WRITE = "notifications:write"
    ACCOUNT_READ = "account:read"
    ACCOUNT_WRITE = "account:write"
    WEBHOOKS = "webhooks"


class AccessToken(db.Model):
    TOLD: ClassVar = ("name", "kind", "scopes", "created_at", "used_at", "expires_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    kind: Mapped[str] = mapped_column(String(10))
    # What its person calls it; of what was given for a password, the program's name.
    name: Mapped[str] = mapped_column(String(NAME_LONGEST))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[list[str]] = mapped_column(JSON)
    # Which program it was given to, if its person let one in.
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    # What a program changes for a fresh token when this one has ended.
    refresh_digest: Mapped[str | None] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]
    used_at: Mapped[MaybeMoment]
    # Empty: it is good until somebody takes it back.
    expires_at: Mapped[MaybeMoment] = mapped_column(index=True)

    user: Mapped[User] = relationship(lazy="raise")
    application: Mapped[Application | None] = relationship(lazy="raise")

    __table_args__ = (CheckConstraint(f"kind IN {KINDS}", name="known_kind"),)

    @classmethod
    def issue(
        cls,
        user: User,
        kind: str,
        name: str,
        scopes: Iterable[str],
        expires_at: datetime | None = None,
        application: Application | None = None,
    ) -> tuple[AccessToken, str]:
        """Add a token for ``user``: its row, and itself, which is in no database."""
        token = new_access_token()
        row = cls(
            user_id=user.id,
            kind=kind,
            name=name[:NAME_LONGEST],
            token_digest=digest(token),
            scopes=sorted(set(scopes)),
            application_id=application and application.id,
            expires_at=expires_at,
        )
        db.session.add(row)
        return row, token

    @classmethod
    def sign_in(cls, user: User, name: str) -> tuple[AccessToken, str]:
        """Give a program that knows the password a token for everything."""
        return cls.issue(user, SIGN_IN, name, Scope, now() + UNUSED_FOR)

    @classmethod
    def is_alive(cls) -> ColumnElement[bool]:
        """The condition of what has not ended by itself."""
        return or_(
            cls.expires_at.is_(None),
            cls.expires_at > bindparam("present", callable_=now),
        )

    @classmethod
    def is_kept(cls) -> ColumnElement[bool]:
        """The condition of what is alive, or can be renewed by its application."""
        since = now() - RENEWED_WITHIN
        renewable = and_(cls.refresh_digest.is_not(None), cls.expires_at > since)
        return or_(cls.is_alive(), renewable)

    @classmethod
    def of(cls, user: User, *kinds: str) -> Select[AccessToken]:
        """What acts for ``user``, of these ``kinds`` or any; with its application."""
        theirs = select(cls).outerjoin(cls.application).where(cls.user_id == user.id)
        return theirs.where(cls.is_kept(), cls.kind.in_(kinds or KINDS)).options(
            contains_eager(cls.application)
        )

    @classmethod
    def is_room_for(cls, user: User) -> bool:
        """Whether ``user`` may make one more."""
        made = cls.of(user, PERSONAL).with_only_columns(func.count(cls.id))
        return (db.session.scalar(made) or 0) < MOST_PERSONAL

    @classmethod
    def end_of(cls, user_id: int, *kinds: str, but: int | None = None) -> Delete:
        """The statement that ends every token of somebody of these ``kinds``.

        :param kinds: by default all.
        :param but: the number of one that stays.
        """
        theirs = delete(cls).where(cls.user_id == user_id, cls.id.is_distinct_from(but))
        return theirs.where(cls.kind.in_(kinds)) if kinds else theirs

    @classmethod
    def end_grants(cls, user_id: int, application_id: int) -> Delete:
        """The statement that ends whatever an application was given by somebody."""
        theirs = cls.user_id == user_id, cls.application_id == application_id
        return delete(cls).where(*theirs)

    @classmethod
    def is_known_program(cls, user: User, name: str) -> Select[int]:
        """What finds out whether a program of this name is signed in already."""
        theirs = cls.of(user, SIGN_IN).where(cls.name == name[:NAME_LONGEST])
        return theirs.with_only_columns(cls.id).limit(1)

    @classmethod
    def end_oldest(cls, user: User, application: Application, most: int) -> Delete:
        """The statement that leaves an application room for one of ``most``."""
        theirs = select(cls.id).where(
            cls.user_id == user.id, cls.application_id == application.id
        )
        older = theirs.order_by(cls.id.desc()).offset(most - 1)
        return delete(cls).where(cls.id.in_(older))

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what has ended by itself."""
        return delete(cls).where(~cls.is_kept())

    @classmethod
    def use(cls, key: int, kind: str) -> Update:
        """The statement that notes a use, whatever else happens to the row."""
        present = now()
        noted: dict[str, object] = {"used_at": present}
        if kind == SIGN_IN:
            noted["expires_at"] = present + UNUSED_FOR
        statement = update(cls).where(cls.id == key).values(noted)
        return statement.execution_options(synchronize_session=False)

    @property
    def is_due_a_note(self) -> bool:
        # Also where the clock was set back.
        return self.used_at is None or abs(now() - self.used_at) > NOTED_EVERY

    def allows(self, scope: str) -> bool:
        return scope in self.scopes


# Asked by every request of a program: building it would cost what asking does.
_BEHIND = (
    select(AccessToken)
    .join(AccessToken.user)
    .join(User.account)
    .options(contains_eager(AccessToken.user).contains_eager(User.account))
    .where(
        AccessToken.token_digest == bindparam("digest"),
        AccessToken.is_alive(),
        Account.approved_at.is_not(None),
    )
)


def token_behind(token: str) -> AccessToken | None:
    """The live ``token``, its user and their account, in one query."""
    found = db.session.scalar(_BEHIND, {"digest": digest(token)})
    if found is not None:
        set_committed_value(found.user.account, "user", found.user)
    return found
