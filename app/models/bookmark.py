"""A post that somebody saved to read again; nobody else learns of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.models.columns import Moment, PostKey, UserPrimaryKey
from app.models.rows import add_once, remove_once

if TYPE_CHECKING:
    from app.models.post import Post


class Bookmark(db.Model):
    user_id: Mapped[UserPrimaryKey]
    post_id: Mapped[PostKey] = mapped_column(primary_key=True, index=True)
    created_at: Mapped[Moment]

    post: Mapped[Post] = relationship(lazy="raise")

    __table_args__ = (Index(None, "user_id", "created_at", "post_id"),)


class Saver:
    """The part of a user that saves posts for later."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def save(self, post: Post) -> None:
        add_once(Bookmark, user_id=self.id, post_id=post.id)

    def unsave(self, post: Post) -> None:
        remove_once(Bookmark, user_id=self.id, post_id=post.id)

    def has_saved(self, post: Post) -> bool:
        return db.session.get(Bookmark, (self.id, post.id)) is not None
