"""Somebody who may not be here, for a while or until it is lifted."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import MaybeMoment, Moment, UserPrimaryKey, now
from app.models.rows import add_once, remove_once
from app.models.standing import Limitation


class Suspension(db.Model):
    TOLD: ClassVar = ("until", "created_at")

    user_id: Mapped[UserPrimaryKey]
    # Empty: until a moderator lifts it.
    until: Mapped[MaybeMoment] = mapped_column(index=True)
    # Who had stepped away before does not come back by this being lifted.
    was_away: Mapped[bool]
    created_at: Mapped[Moment]

    @classmethod
    def is_over(cls) -> ColumnElement[bool]:
        """The condition of those whose time has come."""
        return cls.until <= now()

    @property
    def has_ended(self) -> bool:
        return self.until is not None and self.until <= now()


class Answerable:
    """The part of a user whom moderators can limit or suspend.

    Who is suspended is unseen as whoever is away: no query has to ask for both.
    """

    if TYPE_CHECKING:
        id: Mapped[int]

        def leave(self, *, for_good: bool = False) -> bool: ...

        def come_back(self) -> None: ...

    def limit(self, until: datetime | None) -> None:
        """From now on only those who follow this person find what they say."""
        self.unlimit()
        add_once(Limitation, user_id=self.id, until=until)

    def unlimit(self) -> None:
        remove_once(Limitation, user_id=self.id)

    def suspend(self, until: datetime | None) -> None:
        """Take this person and all of theirs from everybody's eyes."""
        earlier = self.suspension()
        was_away = earlier.was_away if earlier else not self.leave()
        remove_once(Suspension, user_id=self.id)
        add_once(Suspension, user_id=self.id, until=until, was_away=was_away)

    def unsuspend(self) -> bool:
        """Have them back as they were; False where another request was faster."""
        earlier = self.suspension()
        is_first = remove_once(Suspension, user_id=self.id)
        if is_first and earlier and not earlier.was_away:
            self.come_back()
        return is_first

    def suspension(self) -> Suspension | None:
        """What keeps them out, read anew: it may have been lifted meanwhile."""
        return db.session.get(Suspension, self.id, populate_existing=True)

    def limitation(self) -> Limitation | None:
        """What keeps them from strangers, while it lasts."""
        found = db.session.get(Limitation, self.id, populate_existing=True)
        return None if found and found.until and found.until <= now() else found
