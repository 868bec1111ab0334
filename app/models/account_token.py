"""A link in a mail: good once, for one purpose, while what it was made for lasts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import (
    CheckConstraint,
    Delete,
    Select,
    String,
    and_,
    delete,
    not_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app.extensions import db
from app.lib.tokens import digest, new_token
from app.models.columns import Key, MaybeMoment, Moment, UserKey, UTCDateTime, now
from app.models.rows import touched

if TYPE_CHECKING:
    from app.models.account import Account

CONFIRM_EMAIL: Final = "confirm_email"
RESET_PASSWORD: Final = "reset_password"  # noqa: S105
CHANGE_EMAIL: Final = "change_email"
REVERT_EMAIL: Final = "revert_email"

#: For how long a link of each purpose is good.
PURPOSES: Final = {
    CONFIRM_EMAIL: timedelta(hours=24),
    RESET_PASSWORD: timedelta(minutes=60),
    CHANGE_EMAIL: timedelta(minutes=60),
    # The way back has to outlast a holiday.
    REVERT_EMAIL: timedelta(days=7),
}
#: By how much a clock may be set back while links are out.
SLACK: Final = timedelta(hours=2)
#: Whoever took an account over changes its address, then its password, then the address
#: once more: the way back is bound to none of it, and the oldest one wins.
UNBOUND: Final = REVERT_EMAIL
#: Used and expired links are known for a while, so that a page can say what they are.
REMEMBERED = timedelta(days=7)


class AccountToken(db.Model):
    TOLD: ClassVar = ("purpose", "email", "created_at", "expires_at", "used_at")

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
    def issue(cls, account: Account, purpose: str, email: str | None = None) -> str:
        """Add a link for ``account``; the token, which is in no database, goes out.

        :param email: the address that it is about, by default the account's own; empty
            where it is sent to none, and using it proves nothing of any.
        """
        token = new_token()
        row = cls(
            user_id=account.user_id,
            purpose=purpose,
            token_digest=digest(token),
            email=account.email if email is None else email,
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
            and not self.is_expired
            and (self.purpose == UNBOUND or self.state == self.account.state)
        )

    @property
    def is_expired(self) -> bool:
        left = self.expires_at - now()
        # Or it was made before the clock was set back, and would live as much longer.
        return not timedelta() < left <= PURPOSES[self.purpose] + SLACK

    def spend(self) -> bool:
        """Use it up; False when another request was faster."""
        mine = update(AccountToken).where(
            AccountToken.id == self.id, AccountToken.used_at.is_(None)
        )
        return touched(mine.values(used_at=now())) == 1

    @classmethod
    def behind(cls, token: str, purpose: str) -> Select[AccountToken]:
        """The link with ``token`` for ``purpose``, used or not, and its account."""
        return (
            select(cls)
            .join(cls.account)
            .options(contains_eager(cls.account))
            .where(cls.token_digest == digest(token), cls.purpose == purpose)
        )

    @classmethod
    def unused(cls, account: Account, purpose: str) -> Select[AccountToken]:
        """The links of ``account`` that can still be used, the latest first."""
        return (
            select(cls)
            .where(cls.user_id == account.user_id, cls.purpose == purpose)
            .where(cls.used_at.is_(None), cls.expires_at > now())
            .where(cls.state == account.state)
            .order_by(cls.id.desc())
        )

    @classmethod
    def cancellation(cls, account: Account, purpose: str) -> Delete:
        """The statement that takes back what was sent for ``purpose``."""
        mine = delete(cls).where(cls.user_id == account.user_id, cls.used_at.is_(None))
        return mine.where(cls.purpose == purpose)

    def undoing(self) -> Delete:
        """The statement that takes back every other link but older ways back."""
        cls = type(self)
        is_older_way_back = and_(cls.purpose == UNBOUND, cls.id < self.id)
        others = delete(cls).where(cls.user_id == self.user_id, cls.used_at.is_(None))
        return others.where(not_(is_older_way_back))

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what nobody needs to know of any more."""
        return delete(cls).where(cls.expires_at <= now() - REMEMBERED)
