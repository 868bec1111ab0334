"""What moderators have decided of a person, for a while or until it is lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sqlalchemy import Delete, Select, delete, select
from sqlalchemy.orm import Mapped

from app.extensions import db
from app.models.columns import MaybeMoment, Moment, UserPrimaryKey, now
from app.models.mute import lasts
from app.models.permissions import MODERATE

if TYPE_CHECKING:
    from app.models.user import User


class Limitation(db.Model):
    """Only those who follow this person find them and what they say."""

    user_id: Mapped[UserPrimaryKey]
    until: Mapped[MaybeMoment]
    created_at: Mapped[Moment]

    @classmethod
    def limited_ids(cls) -> Select[int]:
        """The ids of those who are limited now."""
        return select(cls.user_id).where(lasts(cls.until))

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what is over."""
        return delete(cls).where(cls.until <= now())


class Hideable:
    """The part of a post that moderators can take from everybody's eyes."""

    # Beside it ``withheld_at`` is set: no query has to ask for both.
    hidden_at: Mapped[MaybeMoment]

    if TYPE_CHECKING:
        author_id: Mapped[int]
        author: Mapped[User]
        published_at: Mapped[MaybeMoment]
        deleted_at: Mapped[MaybeMoment]
        withheld_at: Mapped[MaybeMoment]

        def settle(self) -> None: ...

    @classmethod
    def hidden_but_to(cls, reader: User) -> Select[Self]:
        """What is hidden and ``reader`` sees: its author, and whoever moderates."""
        hidden = select(cls).where(
            cls.hidden_at.is_not(None),
            cls.deleted_at.is_(None),
            cls.published_at <= now(),
        )
        is_theirs = cls.author_id == reader.id
        return hidden if reader.can(MODERATE) else hidden.where(is_theirs)

    @property
    def is_taken_down(self) -> bool:
        return self.hidden_at is not None

    def hide(self) -> None:
        if self.hidden_at is None:
            self.hidden_at = self.withheld_at = now()
            self.settle()

    def unhide(self) -> None:
        """Have it seen again by whoever may, as it was."""
        if self.hidden_at is not None:
            self.hidden_at, self.withheld_at = None, self.author.withheld_at
            self.settle()
