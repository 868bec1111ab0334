"""What somebody is told of, until they have read it and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.models.columns import Key, MaybeMoment, Moment, UserKey
from app.models.rows import add_once

if TYPE_CHECKING:
    from app.models.comment import Comment
    from app.models.post import Post
    from app.models.user import User

FOLLOW: Final = "follow"
REPLY: Final = "reply"
COMMENT: Final = "comment"

_UNREAD: dict[str, Any] = {
    "postgresql_where": text("read_at IS NULL"),
    "sqlite_where": text("read_at IS NULL"),
}


class Notification(db.Model):
    id: Mapped[Key]
    user_id: Mapped[UserKey]
    kind: Mapped[str] = mapped_column(String(20))
    actor_id: Mapped[UserKey]
    post_id: Mapped[int | None] = mapped_column(
        ForeignKey("post.id", ondelete="CASCADE"), index=True
    )
    comment_id: Mapped[int | None] = mapped_column(
        ForeignKey("comment.id", ondelete="CASCADE"), index=True
    )
    # What happens again while it is unread is no other news.
    group_key: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Moment]
    read_at: Mapped[MaybeMoment]

    actor: Mapped[User] = relationship(
        foreign_keys="Notification.actor_id", lazy="raise"
    )
    post: Mapped[Post | None] = relationship(lazy="raise")
    comment: Mapped[Comment | None] = relationship(lazy="raise")

    __table_args__ = (
        Index(
            "uq_notification_unread_group",
            *("user_id", "group_key"),
            unique=True,
            **_UNREAD,
        ),
        Index("ix_notification_unread", "user_id", **_UNREAD),
        Index(None, "user_id", "created_at", "id"),
    )

    @property
    def is_unread(self) -> bool:
        return self.read_at is None


def tell(
    user_id: int, kind: str, actor_id: int, group: str, about: Comment | None = None
) -> None:
    """Tell somebody what another did; nobody is told of what they did themselves."""
    if user_id != actor_id:
        add_once(
            Notification,
            user_id=user_id,
            kind=kind,
            actor_id=actor_id,
            group_key=group,
            post_id=about and about.post_id,
            comment_id=about and about.id,
        )
