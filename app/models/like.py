"""Somebody likes a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import events
from app.extensions import db
from app.models.columns import Count, Moment, PostKey, UserPrimaryKey
from app.models.rows import add_once, remove_once
from app.models.tally import Tallied, Tally

if TYPE_CHECKING:
    from app.models.post import Post
    from app.models.user import User


class Like(Tallied, db.Model):
    user_id: Mapped[UserPrimaryKey]
    post_id: Mapped[PostKey] = mapped_column(primary_key=True)
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(lazy="raise")
    post: Mapped[Post] = relationship(lazy="raise")

    TALLIES = (Tally("like_count", of="post_id"),)
    __table_args__ = (Index(None, "post_id", "created_at", "user_id"),)


class Likeable:
    """The part of a post that others like."""

    like_count: Mapped[Count]


class Liker:
    """The part of a user that likes what others wrote."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def stays(self) -> bool: ...

    def like(self, post: Post) -> None:
        """Like ``post``, whoever wrote it; nobody hears of what they do themselves."""
        if not self.stays():
            return
        if add_once(Like, user_id=self.id, post_id=post.id):
            post.like_count = type(post).like_count + 1
            events.post_liked.send(self, post=post)

    def unlike(self, post: Post) -> None:
        if self.stays() and remove_once(Like, user_id=self.id, post_id=post.id):
            post.like_count = type(post).like_count - 1
            events.taken_back.send(self, told_id=post.author_id, kind="like", post=post)

    def likes(self, post: Post) -> bool:
        return db.session.get(Like, (self.id, post.id)) is not None
