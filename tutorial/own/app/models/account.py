"""What somebody signs in with: private, and never part of a public page."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Select, String, or_, select  #: 10
from sqlalchemy import Select, String, or_, select  #: 8-9
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app.extensions import db
from app.lib import handles
from app.lib.passwords import password_matches
from app.lib.tokens import digest  #: 11
from app.models.columns import Moment, UserPrimaryKey
from app.models.permissions import ROLES  #: 10
from app.models.user import User


class Account(db.Model):
    user_id: Mapped[UserPrimaryKey]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(20), default="member")  #: 10
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(back_populates="account", lazy="raise")
#: 10

    __table_args__ = (CheckConstraint(f"role IN {tuple(ROLES)}", name="known_role"),)
#:

    @classmethod
    def open(cls, handle: str, name: str, email: str, hashed: str) -> Account:
        """Add a person and the account that they sign in with."""
        user = User(handle=handle, name=name or handle)
        account = cls(user=user, email=email, password_hash=hashed)
        db.session.add(account)
        return account

    @classmethod
    def with_person(cls) -> Select[Account]:
        """Accounts and whose they are, in one query."""
        return select(cls).join(cls.user).options(contains_eager(cls.user))
#: 10

    @classmethod
    def of(cls, handle: str) -> Select[Account]:
        return cls.with_person().where(User.handle == handles.normalized(handle))
#:
#: 11

    @property
    def state(self) -> str:
        """What a link out of a letter is bound to: it ends with the next change."""
        return digest(f"{self.email} {self.password_hash}")
#:


#: 11
def claimants_of(identifier: str) -> Select[Account]:
    """The account with this handle or address, and whose it is."""
    return Account.with_person().where(
        or_(
            User.handle == handles.normalized(identifier),
            Account.email == identifier.strip().lower(),
        )
    )


#:
def account_behind(identifier: str, password: str) -> Account | None:
    """The account with this handle or address, if ``password`` opens it.

    The work is the same where there is none: the time it takes tells nobody who is a
    member.
    """
    #: 8-10
    known = or_(
        User.handle == handles.normalized(identifier),
        Account.email == identifier.strip().lower(),
    )
    account = db.session.scalar(Account.with_person().where(known))
    #:
    account = db.session.scalar(claimants_of(identifier))  #: 11
    hashed = account.password_hash if account else None
    return account if password_matches(password, hashed) else None
