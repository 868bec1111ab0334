"""What a person signs in with: private, and a row of its own so that it stays so."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import JSON, CheckConstraint, Index, Select, String, select, text
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from app.extensions import db
from app.lib import emails, handles, passwords
from app.lib.tokens import digest
from app.models.admission import Admitted
from app.models.columns import MaybeMoment, Moment, UserPrimaryKey, now
from app.models.identity import Identity
from app.models.notification import QUIET
from app.models.permissions import ROLES
from app.models.rank import Ranked
from app.models.returning import Returning
from app.models.second_factors import Guarded
from app.models.user import User

_CONFIRMED = text("confirmed_at IS NOT NULL")


class Account(
    Guarded,
    Ranked,
    Admitted,
    Returning,
    db.Model,
):
    #: What its person is told of it in their copy of everything; no secret is.
    TOLD: ClassVar = (
        "email",
        "confirmed_at",
        "approved_at",
        "role",
        "language",
        "time_zone",
        "muted_mail",
        "created_at",
    )

    user_id: Mapped[UserPrimaryKey]
    # Unique among the confirmed: until an address is confirmed it is nobody's, and to
    # refuse a taken one would tell a stranger whose it is (docs/decisions/0006).
    email: Mapped[str] = mapped_column(String(254), index=True)
    # When its owner proved to read what is sent there.
    confirmed_at: Mapped[MaybeMoment]
    # Empty: none. Somebody who signs in by other means.
    password_hash: Mapped[str] = mapped_column(String(255))
    # Empty: whatever the browser asks for.
    language: Mapped[str] = mapped_column(String(12), default="")
    # As in "Europe/Berlin". Empty: times are shown in UTC until a script knows better.
    time_zone: Mapped[str] = mapped_column(String(64), default="", server_default="")
    # Kinds of letters that this person does not want (app/web/mail_kinds.py).
    muted_mail: Mapped[list[str]] = mapped_column(
        JSON, default=lambda: list(QUIET), server_default="[]", deferred=True
    )
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(
        foreign_keys="Account.user_id", back_populates="account", lazy="raise"
    )

    __table_args__ = (
        CheckConstraint(f"role IN {tuple(ROLES)}", name="known_role"),
        Index(
            "uq_account_confirmed_email",
            "email",
            unique=True,
            postgresql_where=_CONFIRMED,
            sqlite_where=_CONFIRMED,
        ),
        Index(None, "created_at", "user_id"),
        Index(None, "role", "created_at", "user_id"),
    )

    @classmethod
    def open(
        cls,
        handle: str,
        name: str,
        email: str,
        hashed: str,
        role: str = "member",
        reason: str | None = None,
    ) -> Account:
        """Add a person and the account that they sign in with.

        :param reason: why they would like to join, where somebody has to let them in.
        """
        user = User.named(handle, name)
        account = cls(user=user, email=email, password_hash=hashed, role=role)
        db.session.add(account)
        if reason is None:
            account.approve()
        else:
            account.wait(reason)
        return account

    @classmethod
    def with_person(cls) -> Select[Account]:
        """Accounts and whose they are, in one query."""
        return select(cls).join(cls.user).options(contains_eager(cls.user))

    @classmethod
    def of(cls, user_id: int) -> Select[Account]:
        """The account of the user with this number."""
        return cls.with_person().where(cls.user_id == user_id)

    @classmethod
    def admins(cls) -> Select[int]:
        """Those who run the site and are here; none comes or goes until this is done.

        Held in one order, so that two who leave at once wait for each other.
        """
        here = select(cls.user_id).join(cls.user)
        return (
            here.where(cls.role == "admin", User.is_here())
            .order_by(cls.user_id)
            .with_for_update(key_share=True)
        )

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def has_password(self) -> bool:
        return bool(self.password_hash)

    @property
    def state(self) -> str:
        """What a mailed link is bound to: the address and the password of now."""
        return digest(f"{self.email}\n{self.password_hash}\n{self.confirmed_at}")

    def mute(self, *kinds: str) -> None:
        """From now on no letters of these kinds, beside what was muted before."""
        self.muted_mail = sorted({*self.muted_mail, *kinds})

    def confirm(self) -> None:
        """Its owner reads what is sent to its address."""
        self.confirmed_at = self.confirmed_at or now()

    def move_to(self, email: str) -> None:
        """Take another address, which its owner has just proved to read."""
        self.email, self.confirmed_at = email, now()


def account_behind(identifier: str, password: str) -> Account | None:
    """The account with this handle or confirmed e-mail address and this password.

    An unknown account takes as much work as a known one with a wrong password.
    """
    account = db.session.scalar(claimed_by(identifier))
    hashed = account.password_hash if account else None
    if not passwords.password_matches(password, hashed) or account is None:
        return None
    if passwords.needs_rehash(account.password_hash):
        account.password_hash = passwords.hash_password(password)
    return account


def account_vouched_for(issuer: str, subject: str) -> Account | None:
    """The account of whoever ``issuer`` calls ``subject``, and of nobody like them."""
    return db.session.scalar(
        Account.with_person()
        .join(Identity, Identity.user_id == User.id)
        .where(Identity.issuer == issuer, Identity.subject == subject)
    )


def claimed_by(identifier: str) -> Select[Account]:
    """The account that ``identifier``, a handle or a confirmed address, stands for."""
    name = spelled(identifier)
    if _is_address(identifier):
        return owner_of(name)
    return Account.with_person().where(User.handle == name)


def spelled(identifier: str) -> str:
    """A handle or an address in the one spelling that it is kept in."""
    if not _is_address(identifier):
        return handles.normalized(identifier)
    try:
        return emails.normalized(identifier)
    except ValueError:
        return identifier.strip().lower()


def owner_of(email: str) -> Select[Account]:
    """The account that has confirmed this address."""
    return Account.with_person().where(
        Account.email == email, Account.confirmed_at.is_not(None)
    )


def claimants_of(identifier: str) -> Select[Account]:
    """Whose account ``identifier`` may be: where nobody confirmed an address, of all
    who gave it, the first one first. Whoever reads what is sent there is the owner."""
    if not _is_address(identifier):
        return claimed_by(identifier)
    claims = Account.with_person().where(Account.email == spelled(identifier))
    return claims.order_by(Account.confirmed_at.is_(None), Account.user_id)


def _is_address(identifier: str) -> bool:
    return "@" in identifier.strip().removeprefix("@")
