"""Stepping away: until one comes back, or for good after two weeks to think again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import ColumnElement, Delete, Select, delete, select, update
from sqlalchemy.orm import Mapped, WriteOnlyMapped, mapped_column, undefer

from app.extensions import db
from app.models.columns import MaybeMoment, now
from app.models.follow import Follow
from app.models.rows import touched

#: For how long somebody who deletes their account can take it back.
GRACE = timedelta(days=14)


class Withheld:
    """The part of a post that nobody sees while its author is away.

    Said in each row, so that a list finds what it shows in one index and asks nobody.
    """

    withheld_at: Mapped[MaybeMoment] = mapped_column(deferred=True)


class Leaver:
    """The part of a user that steps away, comes back, or goes for good."""

    # While it is set nobody sees this person, their posts or their follows.
    withheld_at: Mapped[MaybeMoment]
    # When everything of theirs goes; empty while they only rest.
    ends_at: Mapped[MaybeMoment] = mapped_column(deferred=True)

    if TYPE_CHECKING:
        id: Mapped[int]
        posts: WriteOnlyMapped[Any]
        follower_count: Mapped[int]
        following_count: Mapped[int]

    @property
    def is_away(self) -> bool:
        return self.withheld_at is not None

    @classmethod
    def is_here(cls) -> ColumnElement[bool]:
        """The condition of every list of people."""
        return cls.withheld_at.is_(None)

    def leave(self, *, for_good: bool = False) -> bool:
        """Be seen by nobody from now on; False where another request was faster."""
        present = now()
        ends_at = present + GRACE if for_good else None
        is_first = self._turn(self.is_here(), withheld_at=present, ends_at=ends_at)
        if is_first:
            self._withhold(present)
            self._count(-1)
        return is_first

    def come_back(self) -> None:
        """Be seen again, with everything as it was."""
        if self._turn(~self.is_here(), withheld_at=None, ends_at=None):
            self._withhold(None)
            self._count(+1)

    @classmethod
    def ending(cls, within: timedelta) -> Select[Self]:
        """Who has asked to be deleted and will be, in this time."""
        present = now()
        ending = cls.ends_at > present, cls.ends_at <= present + within
        return select(cls).where(*ending).options(undefer(cls.ends_at))

    @classmethod
    def ended(cls) -> ColumnElement[bool]:
        """The condition of those whose time to think again is over."""
        return cls.ends_at <= now()

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes for good who did not come back in time.

        With them goes, by the foreign keys, every row of theirs. Others need no
        counting again: they have not been counted since they left.
        """
        return delete(cls).where(cls.ended())

    def _turn(self, condition: ColumnElement[bool], **moments: datetime | None) -> bool:
        """Of two requests at once the database lets one do it."""
        cls = type(self)
        mine = update(cls).where(cls.id == self.id, condition).values(**moments)
        return touched(mine) == 1

    def _withhold(self, moment: datetime | None) -> None:
        db.session.execute(self.posts.update().values(withheld_at=moment))

    def _count(self, change: int) -> None:
        """Who follows or is followed by somebody counts only those who are here."""
        cls: Any = type(self)
        followed = select(Follow.followed_id).where(Follow.follower_id == self.id)
        followers = select(Follow.follower_id).where(Follow.followed_id == self.id)
        for counter, ids in (
            (cls.follower_count, followed),
            (cls.following_count, followers),
        ):
            others = (
                update(cls).where(cls.id.in_(ids)).values({counter: counter + change})
            )
            db.session.execute(others, execution_options={"synchronize_session": False})
