"""What people say below a post, and answer each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Select, select, update
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from app import events  #: 17
from app.extensions import db
from app.lib import markdown
from app.models.columns import (
    Count,
    Key,
    MaybeMoment,
    Moment,
    PostKey,
    UserKey,
    Words,
    now,
)
from app.models.permissions import MODERATE, Permission

if TYPE_CHECKING:
    from app.models.post import Post
    from app.models.user import User

COMMENT_LONGEST = 10_000


class Comment(db.Model):
    id: Mapped[Key]
    post_id: Mapped[PostKey]
    author_id: Mapped[UserKey]
    # Empty: it answers the post itself.
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("comment.id", ondelete="CASCADE"), index=True
    )
    body: Mapped[Words]
    body_html: Mapped[Words]
    created_at: Mapped[Moment]
    # When its words were taken away; what answers it stays.
    deleted_at: Mapped[MaybeMoment]

    author: Mapped[User] = relationship(lazy="raise")

    __table_args__ = (Index(None, "post_id", "id"),)

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None

    @property
    def anchor(self) -> str:
        """What its element on the page of its post is called."""
        return f"comment-{self.id}"


class Commentable:
    """The part of a post that people say something below."""

    # Kept in the row: a list shows twenty of them and counts none.
    comment_count: Mapped[Count]

    if TYPE_CHECKING:
        id: Mapped[int]
        path: str

    def comments(self) -> Select[Comment]:
        """All that was said below it, the oldest first, each with who said it."""
        said = select(Comment).where(Comment.post_id == self.id).order_by(Comment.id)
        return said.options(joinedload(Comment.author, innerjoin=True))

    def path_to(self, comment: Comment) -> str:
        """Where on its page ``comment`` stands."""
        return f"{self.path}#{comment.anchor}"

    def count_comments(self, change: int) -> None:
        """Let the database count: of two at the same moment none is lost."""
        self.comment_count = type(self).comment_count + change

    def remove(self, comment: Comment) -> None:
        """Take the words of ``comment`` away; asked for twice, it is counted once."""
        still_there = Comment.id == comment.id, Comment.deleted_at.is_(None)
        emptied = update(Comment).where(*still_there)
        emptied = emptied.values(body="", body_html="", deleted_at=now())
        self.count_comments(-db.session.execute(emptied).rowcount)


class Commenter:
    """The part of a user that says something below posts."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def can(self, permission: Permission) -> bool: ...

    def comment_on(
        self, post: Post, body: str, answering: Comment | None = None
    ) -> Comment:
        """Say something below ``post``, or below what somebody said there."""
        comment = Comment(
            post_id=post.id,
            author=self,
            parent_id=answering and answering.id,
            body=body,
            body_html=markdown.render_modest(body).html,
        )
        db.session.add(comment)
        post.count_comments(+1)
        db.session.flush()
        events.comment_written.send(comment, post=post, answered=answering)  #: 17
        return comment

    def may_remove(self, comment: Comment, post: Post) -> bool:
        """Whether it is theirs, or stands below what is theirs, or they moderate."""
        is_theirs = self.id in (comment.author_id, post.author_id)
        return is_theirs or self.can(MODERATE)
