"""What a person signs in with: private, and a row of its own so that it stays so."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Select, String, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app import events
from app.extensions import db
from app.lib import emails, handles, passwords
from app.models.columns import Moment, UserPrimaryKey
from app.models.user import User

ROLES = ("member", "moderator", "admin")


class Account(db.Model):
    user_id: Mapped[UserPrimaryKey]
    # Not unique: until an address is confirmed it is nobody's, and to refuse a
    # taken one would tell a stranger whose it is (docs/decisions/0006).
    email: Mapped[str] = mapped_column(String(254), index=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(20), default="member")
    # Empty: whatever the browser asks for.
    language: Mapped[str] = mapped_column(String(12), default="")
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(back_populates="account", lazy="raise")

    __table_args__ = (CheckConstraint(f"role IN {ROLES}", name="known_role"),)

    @classmethod
    def open(
        cls, handle: str, name: str, email: str, hashed: str, role: str = "member"
    ) -> Account:
        """Add a person and the account that they sign in with."""
        user = User.named(handle, name)
        account = cls(user=user, email=email, password_hash=hashed, role=role)
        db.session.add(account)
        events.user_joined.send(account.user)
        return account


def account_behind(identifier: str, password: str) -> Account | None:
    """The account with this handle or e-mail address and this password.

    An unknown account takes as much work as a known one with a wrong password.
    """
    account = db.session.scalar(claimed_by(identifier))
    hashed = account.password_hash if account else None
    if not passwords.password_matches(password, hashed) or account is None:
        return None
    if passwords.needs_rehash(account.password_hash):
        account.password_hash = passwords.hash_password(password)
    return account


def claimed_by(identifier: str) -> Select[Account]:
    """The account that ``identifier``, a handle or an e-mail address, stands for."""
    accounts = select(Account).join(Account.user).options(contains_eager(Account.user))
    if "@" in identifier.strip().removeprefix("@"):
        # Of several accounts with one unconfirmed address, the first has it.
        same = accounts.where(Account.email == _spelled(identifier))
        return same.order_by(Account.user_id).limit(1)
    return accounts.where(User.handle == handles.normalized(identifier))


def _spelled(email: str) -> str:
    try:
        return emails.normalized(email)
    except ValueError:
        return email.strip().lower()
