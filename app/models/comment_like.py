"""Somebody likes a comment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from app import events
from app.extensions import db
from app.models.columns import Moment, UserPrimaryKey
from app.models.rows import add_once, remove_once
from app.models.tally import Tallied, Tally

if TYPE_CHECKING:
    from app.models.comment import Comment


class CommentLike(Tallied, db.Model):
    TOLD: ClassVar = ("comment_id", "created_at")

    user_id: Mapped[UserPrimaryKey]
    comment_id: Mapped[int] = mapped_column(
        ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    created_at: Mapped[Moment]

    TALLIES = (Tally("like_count", of="comment_id"),)


class CommentLiker:
    """The part of a user that likes comments."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def stays(self) -> bool: ...

    def like_comment(self, comment: Comment) -> None:
        """Like ``comment``; nobody likes their own."""
        if comment.author_id == self.id or not self.stays():
            return
        if add_once(CommentLike, user_id=self.id, comment_id=comment.id):
            comment.like_count = type(comment).like_count + 1
            events.comment_liked.send(self, comment=comment)

    def unlike_comment(self, comment: Comment) -> None:
        if self.stays() and remove_once(
            CommentLike, user_id=self.id, comment_id=comment.id
        ):
            comment.like_count = type(comment).like_count - 1
            events.taken_back.send(
                self, told_id=comment.author_id, kind="like", comment=comment
            )

    def liked_among(self, comments: Iterable[Comment]) -> set[int]:
        """The ids of those of ``comments`` that this person likes, in one query."""
        ids = [comment.id for comment in comments]
        mine = select(CommentLike.comment_id).where(CommentLike.user_id == self.id)
        return set(db.session.scalars(mine.where(CommentLike.comment_id.in_(ids))))
