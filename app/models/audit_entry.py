"""Who did what to an account, from where, and when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Delete, ForeignKey, Index, Select, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.models.columns import Key, Moment, UserKey, now

if TYPE_CHECKING:
    from app.models.user import User

#: Addresses of networks are personal: no entry outlives half a year.
KEPT = timedelta(days=180)


class AuditEntry(db.Model):
    id: Mapped[Key]
    # Whose account it is about, and who did it: themselves, an admin, or nobody known.
    user_id: Mapped[UserKey]
    actor_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    # Dotted, as in "password.changed"; app/web/audit.py has the words for people.
    action: Mapped[str] = mapped_column(String(40))
    detail: Mapped[str] = mapped_column(String(200), default="")
    network: Mapped[str] = mapped_column(String(45), default="")
    device: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(foreign_keys="AuditEntry.user_id", lazy="raise")
    actor: Mapped[User | None] = relationship(
        foreign_keys="AuditEntry.actor_id", lazy="raise"
    )

    __table_args__ = (
        Index(None, "user_id", "created_at", "id"),
        Index(None, "created_at", "id"),
    )

    @classmethod
    def about(cls, user: User) -> Select[AuditEntry]:
        """What happened to the account of ``user``."""
        return select(cls).where(cls.user_id == user.id)

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what has been kept for long enough."""
        return delete(cls).where(cls.created_at <= now() - KEPT)
