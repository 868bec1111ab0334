"""The moment from which others can read a post."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Mapped

from app.models.columns import MaybeMoment, now

if TYPE_CHECKING:
    from app.models.user import User


class Publishable:
    """The part of a post that is a draft until its author publishes it."""

    # Empty: a draft. In the future: it appears by itself when the time comes.
    published_at: Mapped[MaybeMoment]
    # When its readers first saw another text than before.
    edited_at: Mapped[MaybeMoment]

    if TYPE_CHECKING:
        id: Mapped[int]
        author_id: Mapped[int]
        announced_at: Mapped[MaybeMoment]
        deleted_at: Mapped[MaybeMoment]
        withheld_at: Mapped[MaybeMoment]

        def settle(self) -> None: ...

        def take_address(self) -> None: ...

    @classmethod
    def appeared(cls) -> Select[Self]:
        """What is published, whoever it is for; lists ask ``Shown`` for theirs."""
        # The moment is asked when the query runs: a select may be built once and kept.
        return select(cls).where(
            cls.published_at <= bindparam(None, callable_=now),
            cls.deleted_at.is_(None),
            cls.withheld_at.is_(None),
        )

    @classmethod
    def drafts_of(cls, author: User) -> Select[Self]:
        return select(cls).where(
            cls.author_id == author.id,
            cls.published_at.is_(None),
            cls.deleted_at.is_(None),
            # Nobody who is away reads their drafts; it lets the index be used.
            cls.withheld_at.is_(None),
        )

    @classmethod
    def unpublished_of(cls, author: User) -> Select[Self]:
        """The drafts of ``author``, and what waits for its time."""
        return select(cls).where(
            cls.author_id == author.id,
            or_(cls.published_at.is_(None), cls.published_at > now()),
            cls.deleted_at.is_(None),
            cls.withheld_at.is_(None),
        )

    @property
    def is_published(self) -> bool:
        return self.published_at is not None and self.published_at <= now()

    @property
    def is_scheduled(self) -> bool:
        return self.published_at is not None and self.published_at > now()

    def publish(self, at: datetime | None = None) -> None:
        """Let it appear: now, or by itself ``at`` a time to come.

        What was taken back returns to its place. Were it new each time, taking back
        and publishing again would be the way to the top of every list; who wants it
        to be new gives it another time.
        """
        if self.is_published:
            return
        self.take_address()
        self.published_at = at or self.announced_at or now()
        self.settle()

    def unpublish(self) -> None:
        """Make it a draft again; its address waits for it."""
        self.published_at = None
        self.settle()
