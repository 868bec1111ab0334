"""What others notice of a post: that there is one more, and that it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import false
from sqlalchemy.orm import Mapped, mapped_column

from app import events
from app.extensions import db
from app.models.audience import LISTED, PRIVATE, PUBLIC
from app.models.columns import MaybeMoment

if TYPE_CHECKING:
    from app.models.user import User


class Noticed:
    """The part of a post that its author's profile counts, and that is told of once."""

    # When it first stood on lists of others: its place there, should it come back.
    announced_at: Mapped[MaybeMoment]
    # Whether the counter has it. What appears by itself is counted a little later.
    is_counted: Mapped[bool] = mapped_column(default=False, server_default=false())

    # Whether anybody else could read it when it was looked at last.
    was_out: Mapped[bool] = mapped_column(default=False, server_default=false())

    if TYPE_CHECKING:
        author: Mapped[User]
        visibility: Mapped[str]
        published_at: Mapped[MaybeMoment]
        deleted_at: Mapped[MaybeMoment]
        hidden_at: Mapped[MaybeMoment]

        @property
        def is_published(self) -> bool: ...

    @property
    def is_out(self) -> bool:
        """Whether somebody else than its author can read it, if it is for them."""
        is_there = self.deleted_at is None and self.hidden_at is None
        return self.is_published and is_there

    @property
    def is_out_for_others(self) -> bool:
        """Whether there is anybody else who can read it."""
        return self.is_out and self.visibility != PRIVATE

    def settle(self) -> None:
        """Count it and tell of it as it is now: after whatever changes who finds it."""
        was_out, self.was_out = self.was_out, self.is_out_for_others
        self._count(self.is_out and self.visibility == PUBLIC)
        if self.is_out and self.visibility in LISTED and self.announced_at is None:
            self.announced_at = self.published_at
            events.post_published.send(self)
        if self.was_out != bool(was_out):
            turn = events.post_appeared if self.was_out else events.post_vanished
            turn.send(self)

    def _count(self, counts: bool) -> None:
        if counts != bool(self.is_counted):
            self.is_counted = counts
            people = type(self.author)
            self.author.post_count = people.post_count + (1 if counts else -1)
            # Said once more before it is written, it would be said instead of this.
            db.session.flush()
