"""Somebody as another site knows them: what they may sign in with instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import Select, String, UniqueConstraint, Update, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.models.columns import Key, MaybeMoment, Moment, UserKey, now

if TYPE_CHECKING:
    from app.models.user import User


class Identity(db.Model):
    TOLD: ClassVar = ("issuer", "subject", "label", "created_at", "used_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    # Who vouches, and for whom: the two together are never anybody else, there.
    issuer: Mapped[str] = mapped_column(String(255))
    subject: Mapped[str] = mapped_column(String(255))
    # What its owner recognizes it by. It may change hands over there: never matched.
    label: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[Moment]
    used_at: Mapped[MaybeMoment]

    user: Mapped[User] = relationship(lazy="raise")

    __table_args__ = (
        UniqueConstraint("issuer", "subject"),
        UniqueConstraint("user_id", "issuer"),
    )

    @classmethod
    def use(cls, issuer: str, subject: str) -> Update:
        """The statement that notes that somebody has just signed in with it."""
        used = update(cls).where(cls.issuer == issuer, cls.subject == subject)
        return used.values(used_at=now())


class Identified:
    """The part of a user that other sites vouch for."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def link(self, issuer: str, subject: str, label: str) -> Identity:
        """Let whoever signs in as ``subject`` at ``issuer`` sign in here as this user.

        The caller has it verified; that it is nobody else's is what the table says.
        """
        identity = Identity(user=self, issuer=issuer, subject=subject, label=label)
        db.session.add(identity)
        return identity

    def identities(self) -> Select[Identity]:
        return (
            select(Identity)
            .where(Identity.user_id == self.id)
            .order_by(Identity.created_at)
        )
