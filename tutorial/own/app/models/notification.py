"""What somebody is told of, until they have read it and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.models.columns import Key, MaybeMoment, Moment, UserKey
from app.models.rows import add_once

if TYPE_CHECKING:
    from app.models.user import User

FOLLOW: Final = "follow"

_UNREAD = text("read_at IS NULL")


class Notification(db.Model):
    id: Mapped[Key]
    user_id: Mapped[UserKey]
    kind: Mapped[str] = mapped_column(String(20))
    actor_id: Mapped[UserKey]
    # What happens again while it is unread is no other news.
    group_key: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Moment]
    read_at: Mapped[MaybeMoment]

    actor: Mapped[User] = relationship(
        foreign_keys="Notification.actor_id", lazy="raise"
    )

    __table_args__ = (
        Index(
            "uq_notification_unread_group",
            *("user_id", "group_key"),
            unique=True,
            postgresql_where=_UNREAD,
            sqlite_where=_UNREAD,
        ),
        Index(None, "user_id", "created_at", "id"),
    )

    @property
    def is_unread(self) -> bool:
        return self.read_at is None


def tell(user_id: int, kind: str, actor: User, group_key: str) -> None:
    """Tell somebody what another did; nobody is told of what they did themselves."""
    if user_id != actor.id:
        add_once(
            Notification,
            user_id=user_id,
            kind=kind,
            actor_id=actor.id,
            group_key=group_key,
        )
