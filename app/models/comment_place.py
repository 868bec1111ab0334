"""Where a comment stands among the others: in which conversation, and below what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sqlalchemy import ForeignKey, Select, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import Count, code_points

if TYPE_CHECKING:
    from app.models.post import Post

#: Levels that the path tells apart; what is deeper stands side by side on the last.
DEEPEST = 16
# Hexadecimal digits of one level: sixteen million replies to one comment.
_DIGITS = 6
# Sorts after every digit.
_END = "g"


class Placed:
    """The part of a comment that knows its place.

    A *root* answers the post; all that answers it, however deep, is one conversation.
    ``place`` counts up in it, so that the first few of a conversation hang together:
    what somebody answers has a smaller number than the answer. ``path`` has the places
    of what stands above, one after another: read in its order a conversation is a
    tree, and each branch of it is one stretch of an index, whatever its depth.
    """

    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("comment.id", ondelete="NO ACTION"), index=True
    )
    # Of a root the root itself.
    root_id: Mapped[int | None] = mapped_column(
        ForeignKey("comment.id", ondelete="NO ACTION")
    )
    place: Mapped[Count]
    path: Mapped[str] = mapped_column(code_points(_DIGITS * DEEPEST), default="")
    # Of a root: how many in its conversation can be read beside itself.
    reply_count: Mapped[Count]

    if TYPE_CHECKING:
        id: Mapped[int]
        post_id: Mapped[int]
        post: Mapped[Post]

    @property
    def is_root(self) -> bool:
        return self.parent_id is None

    def take_place(self, parent: Self | None) -> None:
        """Stand last in the conversation of ``parent``, or begin one."""
        # A root is known by its own number.
        db.session.flush()
        if parent is None:
            self.root_id = self.id
            return
        cls = type(self)
        last = select(func.max(cls.place)).where(cls.root_id == parent.root_id)
        place = 1 + (db.session.scalar(last) or 0)
        above = parent.path[: _DIGITS * (DEEPEST - 1)]
        self.root_id, self.place = parent.root_id, place
        self.path = f"{above}{place:0{_DIGITS}x}"

    def count(self, change: int) -> None:
        """Count one more or less that can be read, below the post and in its root."""
        self.post.comment_count = type(self.post).comment_count + change
        if not self.is_root:
            cls = type(self)
            root = update(cls).where(cls.id == self.root_id)
            db.session.execute(root.values(reply_count=cls.reply_count + change))
        db.session.flush()

    def branch(self) -> Select[Self]:
        """This comment and all that answers it, as a tree is read.

        Below the deepest level: with what was said after it on that level.
        """
        cls = type(self)
        branch = select(cls).where(cls.root_id == self.root_id, cls.path >= self.path)
        if self.path:
            is_deepest = len(self.path) == _DIGITS * DEEPEST
            shared = self.path[:-_DIGITS] if is_deepest else self.path
            branch = branch.where(cls.path < shared + _END)
        return branch.order_by(cls.path)

    def above(self, most: int) -> Select[Self]:
        """What it answers, what that answers, and so on: the nearest few."""
        cls = type(self)
        size = range(0, len(self.path) - _DIGITS, _DIGITS)
        places = [int(self.path[n : n + _DIGITS], 16) for n in size][-most:]
        if len(places) < most and self.path:
            places = [0, *places]
        chain = select(cls).where(cls.root_id == self.root_id, cls.place.in_(places))
        return chain.order_by(cls.path)
