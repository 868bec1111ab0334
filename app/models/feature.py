"""A post that those who look after the site show to everybody first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.models.columns import Moment, PostKey, now
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.post import Post


class Feature(db.Model):
    post_id: Mapped[PostKey] = mapped_column(primary_key=True)
    # Empty: whoever chose it has left for good.
    by_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    created_at: Mapped[Moment]

    post: Mapped[Post] = relationship(lazy="raise")

    __table_args__ = (Index(None, "created_at", "post_id"),)


class Featurer:
    """The part of a user that shows posts to everybody first."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def feature(self, post: Post, since: datetime | None = None) -> bool:
        """Show ``post`` to everybody first; whether it was not shown so before."""
        chosen = {"by_id": self.id, "created_at": since or now()}
        return add_once(Feature, post_id=post.id, **chosen)

    def unfeature(self, post: Post) -> bool:
        """Let ``post`` stand among the others; whether it was shown first."""
        return remove_once(Feature, post_id=post.id)
