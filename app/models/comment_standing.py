"""Whether a comment can be read: not if it was taken back, or hidden by others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Delete, ForeignKey, String, and_, delete, select
from sqlalchemy.orm import Mapped, aliased, declared_attr, mapped_column, relationship

from app.extensions import db
from app.models.columns import MaybeMoment, now

if TYPE_CHECKING:
    from app.models.post import Post
    from app.models.user import User

#: For how long its words can be had again.
KEPT = timedelta(days=30)
WHY_LONGEST = 300


class Taken:
    """The part of a comment that its writer takes back, and others hide."""

    deleted_at: Mapped[MaybeMoment]
    hidden_at: Mapped[MaybeMoment]
    hidden_why: Mapped[str] = mapped_column(
        String(WHY_LONGEST), default="", server_default=""
    )
    hidden_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )

    @declared_attr
    def hidden_by(cls) -> Mapped[User | None]:
        return relationship("User", foreign_keys="Comment.hidden_by_id", lazy="raise")

    if TYPE_CHECKING:
        id: Mapped[int]
        author: Mapped[User | None]
        parent_id: Mapped[int | None]
        post: Mapped[Post]

        def count(self, change: int) -> None: ...

    @property
    def is_standing(self) -> bool:
        """Whether it is neither taken back nor hidden."""
        return self.deleted_at is None and self.hidden_at is None

    @classmethod
    def stands(cls) -> ColumnElement[bool]:
        """The condition of what is neither taken back nor hidden."""
        return and_(cls.deleted_at.is_(None), cls.hidden_at.is_(None))

    @property
    def is_hidden_by_author(self) -> bool:
        """Whether it was hidden by who wrote the post, and not by a moderator."""
        return self.hidden_by_id == self.post.author_id

    def take_back(self) -> None:
        """Be read by nobody; its words are kept for a while."""

        def remove() -> None:
            self.deleted_at = self.deleted_at or now()

        self._turn(remove)

    def give_back(self) -> None:
        """Be read again, if its words are still kept."""

        def restore() -> None:
            if self.deleted_at and self.deleted_at > now() - KEPT:
                self.deleted_at = None

        self._turn(restore)

    def hide(self, by: User, why: str = "") -> None:
        """Be read by nobody, and say who has decided so and why."""

        def cover() -> None:
            self.hidden_at = self.hidden_at or now()
            self.hidden_by, self.hidden_by_id, self.hidden_why = by, by.id, why

        self._turn(cover)

    def show(self) -> None:
        """Be read again by whoever may."""

        def uncover() -> None:
            self.hidden_at = self.hidden_by = self.hidden_by_id = None
            self.hidden_why = ""

        self._turn(uncover)

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what was taken back long ago, and nobody answered.

        What was answered stays without its words, so that the thread is whole.
        """
        answer = aliased(cls)
        answered = select(answer.id).where(answer.parent_id == cls.id).exists()
        return delete(cls).where(cls.deleted_at <= now() - KEPT, ~answered)

    def _turn(self, change: Callable[[], None]) -> None:
        """Change it, counting what can be read; of two at once the second waits."""
        is_counted = self.author is not None and self.author.stays()
        self.post.hold_thread()
        fields = ["deleted_at", "hidden_at", "hidden_by_id", "hidden_why"]
        db.session.refresh(self, fields)
        before = self.is_standing
        change()
        db.session.flush()
        if is_counted and before != self.is_standing:
            self.count(1 if self.is_standing else -1)
