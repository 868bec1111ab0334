"""Somebody shows a post of somebody else to their followers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    ColumnElement,
    Index,
    String,
    UniqueConstraint,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import events
from app.extensions import db
from app.lib.markdown import render_modest
from app.models.columns import Count, Key, Moment, PostKey, UserKey, Words
from app.models.references import known
from app.models.rows import add_once, remove_once
from app.models.tally import Tallied, Tally

if TYPE_CHECKING:
    from app.models.post import Post
    from app.models.user import User

REMARK_LONGEST = 500


class Repost(Tallied, db.Model):
    id: Mapped[Key]
    user_id: Mapped[UserKey]
    post_id: Mapped[PostKey]
    # What they say of it, as Markdown; with it the repost is a quote.
    remark: Mapped[str] = mapped_column(String(REMARK_LONGEST), default="")
    remark_html: Mapped[Words]
    created_at: Mapped[Moment]

    user: Mapped[User] = relationship(lazy="raise")
    post: Mapped[Post] = relationship(lazy="raise")

    TALLIES = (Tally("repost_count", of="post_id"),)
    __table_args__ = (
        UniqueConstraint("user_id", "post_id"),
        Index(None, "post_id", "created_at", "id"),
        Index(None, "user_id", "created_at", "id"),
    )

    @property
    def is_quote(self) -> bool:
        return bool(self.remark)


class Repostable:
    """The part of a post that others show to their followers."""

    repost_count: Mapped[Count]


class Reposter:
    """The part of a user that shows posts of others to their followers."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def stays(self) -> bool: ...

    def can_repost(self, post: Post) -> bool:
        """Whether it is for everybody, and by somebody else."""
        return post.is_public and post.author_id != self.id

    def repost(self, post: Post, remark: str = "") -> None:
        """Show ``post`` to one's followers, or say something else of it than before."""
        if not self.can_repost(post) or not self.stays():
            return
        html = render_modest(remark, look_up=known).html if remark else ""
        said = {"remark": remark, "remark_html": html}
        if add_once(Repost, user_id=self.id, post_id=post.id, **said):
            post.repost_count = type(post).repost_count + 1
            events.post_reposted.send(self.repost_of(post))
        elif remark:
            # A second tab that says nothing takes nothing away.
            db.session.execute(update(Repost).where(*self._mine(post)).values(said))

    def unrepost(self, post: Post) -> None:
        if self.stays() and remove_once(Repost, user_id=self.id, post_id=post.id):
            post.repost_count = type(post).repost_count - 1
            events.taken_back.send(
                self, told_id=post.author_id, kind="repost", post=post
            )
            events.post_unreposted.send(self, post=post)

    def repost_of(self, post: Post) -> Repost | None:
        return db.session.scalar(select(Repost).where(*self._mine(post)))

    def _mine(self, post: Post) -> tuple[ColumnElement[bool], ...]:
        return Repost.user_id == self.id, Repost.post_id == post.id
