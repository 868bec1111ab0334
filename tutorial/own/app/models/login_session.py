"""One browser that is signed in: a row, so that it can be listed and ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Delete, Select, String, delete, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app.extensions import db
from app.lib.tokens import digest, new_token
from app.models.columns import Key, Moment, UserKey, UTCDateTime, now
from app.models.user import User

KEPT, BRIEF = timedelta(days=31), timedelta(hours=12)


class LoginSession(db.Model):
    id: Mapped[Key]
    user_id: Mapped[UserKey]
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    device: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[Moment]
#: 21-21
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime)
#:
#: 22
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
#:

    user: Mapped[User] = relationship(lazy="raise")

    @classmethod
    def begin(cls, user: User, device: str, *, keep: bool) -> str:
        """Add a session for ``user``; the token, which is in no database, goes out."""
        token = new_token()
        session = cls(
            user_id=user.id,
            token_digest=digest(token),
            device=device[:200],
            expires_at=now() + (KEPT if keep else BRIEF),
        )
        db.session.add(session)
        return token

    @classmethod
    def of(cls, user: User) -> Select[LoginSession]:
        """The live sessions of ``user``, the latest first."""
        live = select(cls).where(cls.user_id == user.id, cls.expires_at > now())
        return live.order_by(cls.id.desc())

    @classmethod
    def end_of(cls, user_id: int, *, but: int | None = None) -> Delete:
        """The statement that ends every session of somebody, ``but`` this one."""
        return delete(cls).where(cls.user_id == user_id, cls.id.is_distinct_from(but))

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes the sessions that have ended by themselves."""
        return delete(cls).where(cls.expires_at <= now())


def session_behind(token: str) -> LoginSession | None:
    """The live session with ``token``, its user and their account, in one query."""
    with_person = contains_eager(LoginSession.user).contains_eager(User.account)
    live = select(LoginSession).join(LoginSession.user).join(User.account)
    return db.session.scalar(
        live.options(with_person).where(
            LoginSession.token_digest == digest(token), LoginSession.expires_at > now()
        )
    )
