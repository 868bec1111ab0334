"""What a person keeps to themself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import false, true
from sqlalchemy.orm import Mapped, mapped_column

if TYPE_CHECKING:
    from app.models.user import User


class Reserved:
    """The part of a user that says what others need not know."""

    # Nobody else sees how many follow them, whom they follow, or the lists.
    hides_counts: Mapped[bool] = mapped_column(default=False, server_default=false())
    # Whether they are shown to others as somebody worth meeting.
    is_suggested: Mapped[bool] = mapped_column(default=True, server_default=true())

    # Whether search, here and elsewhere, and other lists for machines have their words.
    is_indexable: Mapped[bool] = mapped_column(default=True, server_default=true())

    def shows_ties_to(self, reader: User | None) -> bool:
        """Whether ``reader`` sees who follows this person, and how many do."""
        return not self.hides_counts or reader == self
