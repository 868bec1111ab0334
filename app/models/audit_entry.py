"""Who did what to an account, from where, and when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import (
    Delete,
    ForeignKey,
    Index,
    Select,
    String,
    Update,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from app.extensions import db
from app.models.columns import Key, Moment, UserKey, now

if TYPE_CHECKING:
    from app.models.user import User

#: Addresses of networks are personal: no entry outlives half a year.
KEPT = timedelta(days=180)


class AuditEntry(db.Model):
    TOLD: ClassVar = ("action", "detail", "whence", "created_at")

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

    @property
    def whence(self) -> dict[str, str] | None:
        """From where somebody did it themselves; where others are is theirs."""
        if self.actor_id != self.user_id:
            return None
        return {"network": self.network, "device": self.device}

    @classmethod
    def about(cls, user: User) -> Select[AuditEntry]:
        """What happened to the account of ``user``, and who did it."""
        return cls._with_actors().where(cls.user_id == user.id)

    @classmethod
    def about_everybody(cls) -> Select[AuditEntry]:
        """What happened to every account, and who did it."""
        return cls._with_actors().options(joinedload(cls.user))

    @classmethod
    def _with_actors(cls) -> Select[AuditEntry]:
        return select(cls).options(joinedload(cls.actor))

    @classmethod
    def since(cls, user: User, action: str, ago: timedelta) -> Select[int]:
        """How often ``user`` did this of late."""
        mine = cls.about(user).where(cls.action == action)
        recent = mine.where(cls.created_at > now() - ago)
        return recent.with_only_columns(func.count())

    @classmethod
    def forget_where(cls, actors: Select[int]) -> Update:
        """The statement that forgets from where these people did things to others."""
        return update(cls).where(cls.actor_id.in_(actors)).values(network="", device="")

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what has been kept for long enough."""
        return delete(cls).where(cls.created_at <= now() - KEPT)
