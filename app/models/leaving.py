"""Stepping away: until one comes back, or for good after two weeks to think again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import ColumnElement, Delete, Select, delete, inspect, select, update
from sqlalchemy.orm import Mapped, WriteOnlyMapped, mapped_column, undefer

from app.extensions import db
from app.models.columns import MaybeMoment, now
from app.models.rows import touched
from app.models.site import Site
from app.models.tally import count_person, hold_counted

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
            count_person(self.id, -1)
        return is_first

    def end_from_afar(self) -> bool:
        """Be gone for good in two weeks, for who is away already and stays so."""
        mine = update(type(self)).where(type(self).id == self.id, ~self.is_here())
        return touched(mine.values(ends_at=now() + GRACE)) == 1

    def stays(self) -> bool:
        """Whether this person is here; they do not leave until this is done.

        Asked before a row of theirs is counted: who leaves counts them all.
        """
        cls = type(self)
        me = select(cls.id).where(cls.id == self.id, cls.is_here())
        return db.session.scalar(me.with_for_update(key_share=True)) is not None

    def come_back(self) -> None:
        """Be seen again, with everything as it was."""
        if self._turn(~self.is_here(), withheld_at=None, ends_at=None):
            self._withhold(None)
            count_person(self.id, +1)

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
        # Of two people at once one waits: each counts what the other did.
        db.session.execute(select(Site.id).with_for_update(key_share=True))
        hold_counted(self.id)
        mine = update(cls).where(cls.id == self.id, condition).values(**moments)
        return touched(mine) == 1

    def _withhold(self, moment: datetime | None) -> None:
        posts: Any = inspect(type(self)).relationships["posts"].mapper.class_
        # What moderators have hidden stays so, whoever comes and goes.
        mine = self.posts.update().where(posts.hidden_at.is_(None))
        db.session.execute(mine.values(withheld_at=moment))
