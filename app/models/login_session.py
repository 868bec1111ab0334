"""One browser that is signed in: a row, so that it can be listed and ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from sqlalchemy import (
    Delete,
    Select,
    String,
    Update,
    bindparam,
    case,
    delete,
    select,
    update,
)
from sqlalchemy.orm import (
    Mapped,
    contains_eager,
    mapped_column,
    relationship,
    undefer,
    with_expression,
)

from app.extensions import db
from app.lib.tokens import digest, new_token
from app.models.columns import Key, MaybeMoment, Moment, UserKey, UTCDateTime, now
from app.models.notification import has_news_of
from app.models.user import User

KEPT = timedelta(days=30)
BRIEF = timedelta(hours=12)
#: Reading must not write: a visit is noted once an hour at most.
NOTED_EVERY = timedelta(hours=1)
#: For how long somebody who has just proved who they are is believed ("sudo mode").
PROVED_FOR = timedelta(minutes=10)


class LoginSession(db.Model):
    TOLD: ClassVar = (
        "device",
        "network",
        "is_kept",
        "created_at",
        "seen_at",
        "expires_at",
    )

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    device: Mapped[str] = mapped_column(String(200), default="")
    # Where it began; forgotten with the session.
    network: Mapped[str] = mapped_column(String(45), default="", server_default="")
    # "Keep me signed in" was ticked.
    is_kept: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[Moment]
    seen_at: Mapped[Moment]
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    # When its person last proved who they are, by password, code or passkey.
    proved_at: Mapped[MaybeMoment]

    user: Mapped[User] = relationship(lazy="raise")

    @classmethod
    def begin(cls, user: User, device: str, keep: bool, network: str = "") -> str:
        """Add a session for ``user``; the token, which is in no database, goes out."""
        token = new_token()
        session = cls(
            user_id=user.id,
            token_digest=digest(token),
            device=device[:200],
            network=network,
            is_kept=keep,
            proved_at=now(),
        )
        session.note_visit()
        db.session.add(session)
        return token

    def rotate(self) -> str:
        """Go on under another token: who knew the old one is out."""
        token = new_token()
        self.token_digest = digest(token)
        # Or the note of this visit would bring the old cookie back.
        self.note_visit()
        return token

    def prove(self) -> None:
        """Its person has just shown who they are."""
        self.proved_at = now()

    @property
    def is_proved(self) -> bool:
        """Whether its person has shown who they are in the last ten minutes."""
        # In the future, too: before the clock was set back.
        return self.proved_at is not None and abs(now() - self.proved_at) < PROVED_FOR

    @classmethod
    def of(cls, user: User) -> Select[LoginSession]:
        """The live sessions of ``user``, the latest used first."""
        live = select(cls).where(cls.user_id == user.id, cls.expires_at > now())
        return live.order_by(cls.seen_at.desc(), cls.id.desc())

    @classmethod
    def end_of(cls, user_id: int, *, but: int | None = None) -> Delete:
        """The statement that ends every session of somebody, ``but`` this one."""
        return delete(cls).where(cls.user_id == user_id, cls.id.is_distinct_from(but))

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes the sessions that have ended by themselves."""
        return delete(cls).where(cls.expires_at <= now())

    def note_visit(self) -> None:
        """Move the end of the session along with its use."""
        self.seen_at = now()
        self.expires_at = self.seen_at + (KEPT if self.is_kept else BRIEF)

    @classmethod
    def visit(cls, key: int) -> Update:
        """The statement that notes a visit, whatever else happens to the row."""
        present = now()
        ends = case((cls.is_kept, present + KEPT), else_=present + BRIEF)
        noted = (
            update(cls).where(cls.id == key).values(seen_at=present, expires_at=ends)
        )
        return noted.execution_options(synchronize_session=False)

    @property
    def is_due_a_note(self) -> bool:
        # Also where the clock was set back: its end comes as much nearer.
        return abs(now() - self.seen_at) > NOTED_EVERY

    @property
    def cookie_age(self) -> int | None:
        """Seconds that the browser keeps the cookie; None for until it closes."""
        return int(KEPT.total_seconds()) if self.is_kept else None


# Asked by every request of a member: built once, since building costs what asking does.
_BEHIND = (
    select(LoginSession)
    .join(LoginSession.user)
    .join(User.account)
    .options(
        contains_eager(LoginSession.user).options(
            contains_eager(User.account),
            # What the head of every page says.
            undefer(User.unread_conversations),
            with_expression(User.has_news, has_news_of(User.id)),
        )
    )
    .where(
        LoginSession.token_digest == bindparam("digest"),
        LoginSession.expires_at > bindparam("present", callable_=now),
    )
)


def session_behind(token: str) -> LoginSession | None:
    """The live session with ``token``, its user and their account, in one query."""
    return db.session.scalar(_BEHIND, {"digest": digest(token)})
