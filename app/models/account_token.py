"""A link in a mail: good once, for one purpose, while what it was made for lasts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import CheckConstraint, Delete, String, delete, select, update
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app.extensions import db
from app.lib.tokens import digest, new_token
from app.models.columns import Key, MaybeMoment, Moment, UserKey, UTCDateTime, now
from app.models.rows import touched

if TYPE_CHECKING:
    from app.models.account import Account

#: For how long a link of each purpose is good.
PURPOSES: Final = {
    "confirm_email": timedelta(hours=24),
    "reset_password": timedelta(minutes=60),
    "change_email": timedelta(minutes=60),
    # The way back has to outlast a holiday.
    "revert_email": timedelta(days=7),
}
#: Used and expired links are known for a while, so that a page can say what they are.
REMEMBERED = timedelta(days=7)


class AccountToken(db.Model):
    id: Mapped[Key]
    user_id: Mapped[UserKey]
    purpose: Mapped[str] = mapped_column(String(20))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    # The address that it is about.
    email: Mapped[str] = mapped_column(String(254))
    # What the account was like: a link is worth nothing once that has changed.
    state: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Moment]
    expires_at: Mapped[datetime] = mapped_column(UTCDateTime, index=True)
    used_at: Mapped[MaybeMoment]

    account: Mapped[Account] = relationship(
        primaryjoin="foreign(AccountToken.user_id) == Account.user_id",
        viewonly=True,
        lazy="raise",
    )

    __table_args__ = (
        CheckConstraint(f"purpose IN {tuple(PURPOSES)}", name="known_purpose"),
    )

    @classmethod
    def issue(cls, account: Account, purpose: str, email: str = "") -> str:
        """Add a link for ``account``; the token, which is in no database, goes out.

        :param email: the address that it is about, by default the account's own.
        """
        token = new_token()
        row = cls(
            user_id=account.user_id,
            purpose=purpose,
            token_digest=digest(token),
            email=email or account.email,
            expires_at=now() + PURPOSES[purpose],
            state=account.state,
        )
        db.session.add(row)
        return token

    @property
    def is_valid(self) -> bool:
        """Whether it can still be used; needs its account to be loaded."""
        return (
            self.used_at is None
            and self.expires_at > now()
            and self.state == self.account.state
        )

    def spend(self) -> bool:
        """Use it up; False when another request was faster."""
        mine = update(AccountToken).where(
            AccountToken.id == self.id, AccountToken.used_at.is_(None)
        )
        return touched(mine.values(used_at=now())) == 1

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what nobody needs to know of any more."""
        return delete(cls).where(cls.expires_at <= now() - REMEMBERED)


def token_behind(token: str, purpose: str) -> AccountToken | None:
    """The link with ``token`` made for ``purpose``, used or not, and its account."""
    return db.session.scalar(
        select(AccountToken)
        .join(AccountToken.account)
        .options(contains_eager(AccountToken.account))
        .where(AccountToken.token_digest == digest(token))
        .where(AccountToken.purpose == purpose)
    )
