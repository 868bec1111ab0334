"""Where deleted posts rest for a while, so that a slip of the finger loses nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Delete, Select, delete, select
from sqlalchemy.orm import Mapped

from app.models.columns import MaybeMoment, now

if TYPE_CHECKING:
    from app.models.user import User

KEPT = timedelta(days=30)


class Binnable:
    """The part of a post that its author can throw away and take back."""

    deleted_at: Mapped[MaybeMoment]

    if TYPE_CHECKING:
        # Of a page of the site nobody, when who wrote it is gone for good.
        author_id: Mapped[Any]
        published_at: Mapped[MaybeMoment]

        def settle(self) -> None: ...

    @classmethod
    def binned_by(cls, author: User) -> Select[Self]:
        return select(cls).where(
            cls.author_id == author.id, cls.deleted_at > now() - KEPT
        )

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes for good what has been kept for long enough."""
        return delete(cls).where(cls.deleted_at <= now() - KEPT)

    @property
    def kept_until(self) -> datetime | None:
        return self.deleted_at and self.deleted_at + KEPT

    def throw_away(self) -> None:
        if self.deleted_at is None:
            self.deleted_at = now()
            self.settle()

    def take_back(self) -> None:
        """Have it as it was; what should have appeared meanwhile waits as a draft."""
        if self.deleted_at is None:
            return
        if self.published_at and self.deleted_at < self.published_at <= now():
            self.published_at = None
        self.deleted_at = None
        self.settle()
