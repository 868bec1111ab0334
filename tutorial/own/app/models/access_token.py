"""What a program shows instead of signing in: who it acts for."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Select, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from app.extensions import db
from app.lib.tokens import digest, new_access_token
from app.models.columns import Key, Moment, UserKey
from app.models.user import User

NAME_LONGEST: Final = 80


class AccessToken(db.Model):
    id: Mapped[Key]
    user_id: Mapped[UserKey]
    name: Mapped[str] = mapped_column(String(NAME_LONGEST))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(lazy="raise")

    @classmethod
    def issue(cls, user: User, name: str) -> tuple[AccessToken, str]:
        """Add a token for ``user``: its row, and itself, which is in no database."""
        token = new_access_token()
        row = cls(user_id=user.id, name=name, token_digest=digest(token))
        db.session.add(row)
        return row, token

    @classmethod
    def of(cls, user: User) -> Select[AccessToken]:
        """What acts for ``user``, the newest first."""
        return select(cls).where(cls.user_id == user.id).order_by(cls.id.desc())


def token_behind(token: str) -> AccessToken | None:
    """The row of ``token``, its user and their account, in one query."""
    found = select(AccessToken).where(AccessToken.token_digest == digest(token))
    person = joinedload(AccessToken.user).joinedload(User.account)
    return db.session.scalar(found.options(person))
