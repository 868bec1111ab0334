"""When somebody looked at their home before: what has come since is new to them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Update, update
from sqlalchemy.orm import Mapped

from app.models.columns import MaybeMoment, now

#: Who looks again this soon has not been away.
ONE_VISIT = timedelta(minutes=30)
#: Within one visit it is noted this often that they are still here.
NOTED_EVERY = timedelta(minutes=5)


class Returning:
    """The part of an account that remembers when its person was at home."""

    home_seen_at: Mapped[MaybeMoment]
    # The end of the visit before this one.
    home_left_at: Mapped[MaybeMoment]

    if TYPE_CHECKING:
        user_id: Mapped[int]

    @property
    def last_here(self) -> datetime | None:
        """When they were at home the last time before this visit, if ever."""
        return self.home_seen_at if self._has_been_away else self.home_left_at

    @property
    def is_due_a_look(self) -> bool:
        """Whether it is time to note once more that they are here."""
        seen = self.home_seen_at
        return seen is None or now() - seen > NOTED_EVERY

    def look(self) -> Update:
        """The statement that notes that they are at home now."""
        cls = type(self)
        mine = update(cls).where(cls.user_id == self.user_id)
        return mine.values(home_seen_at=now(), home_left_at=self.last_here)

    @property
    def _has_been_away(self) -> bool:
        seen = self.home_seen_at
        return seen is not None and now() - seen > ONE_VISIT
