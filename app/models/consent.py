"""That somebody let an application in: a code at first, then the token for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import JSON, Delete, ForeignKey, Select, String, delete, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app.extensions import db
from app.lib.tokens import (
    digest,
    family_of,
    new_access_token,
    new_family,
    new_refresh_token,
    new_token,
)
from app.models.access_token import GRANTED, RENEWED_WITHIN, AccessToken
from app.models.application import ADDRESS_LONGEST, Application
from app.models.columns import Key, Moment, UserKey, UTCDateTime, now
from app.models.user import User

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

#: An application changes the code for a token at once, and a token after a while.
CODE_FOR: Final = timedelta(seconds=60)
TOKEN_FOR: Final = timedelta(hours=2)
#: On so many devices of one person an application works; a further one ends the oldest.
MOST_EACH: Final = 20


class Consent(db.Model):
    TOLD: ClassVar = ("scopes", "redirect_uri", "created_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    # All that was allowed; the token of now may be good for less.
    scopes: Mapped[list[str]] = mapped_column(JSON)
    code_digest: Mapped[str] = mapped_column(String(64), unique=True)
    # Where the code was sent to, and what proves who asked for it (RFC 7636).
    redirect_uri: Mapped[str] = mapped_column(String(ADDRESS_LONGEST))
    challenge: Mapped[str] = mapped_column(String(128))
    created_at: Mapped[Moment]
    # The end of the code; what came of it ends by itself.
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    # What came of the code: without it, the code is unused.
    token_id: Mapped[int | None] = mapped_column(
        ForeignKey("access_token.id", ondelete="CASCADE"), index=True, unique=True
    )
    family_digest: Mapped[str | None] = mapped_column(String(64), unique=True)

    user: Mapped[User] = relationship(lazy="raise")
    token: Mapped[AccessToken | None] = relationship(lazy="raise")

    @classmethod
    def give(
        cls,
        user: User,
        application: Application,
        scopes: Iterable[str],
        redirect_uri: str,
        challenge: str,
    ) -> str:
        """Add that ``user`` says yes; the code, which is in no database, goes out."""
        code = new_token()
        row = cls(user_id=user.id, application_id=application.id, scopes=sorted(scopes))
        row.redirect_uri, row.challenge = redirect_uri, challenge
        row.code_digest, row.expires_at = digest(code), now() + CODE_FOR
        db.session.add(row)
        return code

    @classmethod
    def by_code(cls, code: str) -> Consent | None:
        """What a code stands for, used or not; nobody else uses it meanwhile."""
        found = cls._with(cls.code_digest == digest(code)).with_for_update(of=cls)
        return db.session.scalar(found)

    @classmethod
    def by_refresh_token(cls, token: str) -> Consent | None:
        """What a token renews, or once did; nobody else renews it meanwhile."""
        family = cls.family_digest == digest(family_of(token))
        # Of two at once the second finds what the first has put in its place.
        begun = cls._with(family, is_begun=True)
        return db.session.scalar(begun.with_for_update(of=AccessToken))

    @classmethod
    def by_token(cls, token: str) -> Consent | None:
        """What a token of now came of."""
        known = AccessToken.token_digest == digest(token)
        return db.session.scalar(cls._with(known, is_begun=True))

    @classmethod
    def _with(
        cls, condition: ColumnElement[bool], *, is_begun: bool = False
    ) -> Select[Consent]:
        found = select(cls).join(cls.user).join(cls.token, isouter=not is_begun)
        whole = contains_eager(cls.user), contains_eager(cls.token)
        return found.where(condition).options(*whole)

    @property
    def is_fresh(self) -> bool:
        """Whether its code is good: unused, and not too old."""
        return self.token_id is None and self.expires_at > now()

    def is_renewed_by(self, token: str) -> bool:
        """Whether ``token`` is the newest of its family."""
        known = self.token
        if known is None or known.expires_at is None:
            return False
        is_newest = known.refresh_digest == digest(token)
        return is_newest and known.expires_at > now() - RENEWED_WITHIN

    def begin(self, application: Application) -> tuple[str, str]:
        """Change the code for a token, and one that renews it."""
        db.session.execute(AccessToken.end_oldest(self.user, application, MOST_EACH))
        family, ends_at = new_family(), now() + TOKEN_FOR
        known = application.name, self.scopes, ends_at, application
        row, token = AccessToken.issue(self.user, GRANTED, *known)
        refresh_token = new_refresh_token(family)
        row.refresh_digest = digest(refresh_token)
        self.token, self.family_digest = row, digest(family)
        return token, refresh_token

    def renew(self, refresh_token: str, scopes: Iterable[str]) -> tuple[str, str]:
        """Put fresh ones in the place of both; the old ones are good for nothing.

        :param refresh_token: the newest one, which says what family it is of.
        """
        token, another = new_access_token(), new_refresh_token(family_of(refresh_token))
        row = self.token
        if row is None:
            raise ValueError("nothing has begun yet")
        row.token_digest, row.refresh_digest = digest(token), digest(another)
        row.scopes, row.expires_at = sorted(set(scopes)), now() + TOKEN_FOR
        return token, another

    def end(self) -> None:
        """Nothing that came of it is good any more."""
        # By its number: what came of it a moment ago may not have been read yet.
        db.session.execute(delete(AccessToken).where(AccessToken.id == self.token_id))

    @classmethod
    def withdrawal(cls, user_id: int, application_id: int | None = None) -> Delete:
        """The statement after which no code of somebody becomes a token any more.

        :param application_id: of that application; by default of all.
        """
        theirs = delete(cls).where(cls.user_id == user_id)
        if application_id is None:
            return theirs
        return theirs.where(cls.application_id == application_id)

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes codes that nobody used in time."""
        return delete(cls).where(cls.token_id.is_(None), cls.expires_at <= now())
