"""What somebody wants to be told of, by whom, and when by a letter."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Any, ClassVar, Final

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Index,
    Select,
    String,
    false,
    select,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.rounds import next_round
from app.models.columns import MaybeMoment, UserPrimaryKey, now
from app.models.rows import add_once

NEVER: Final = "never"
DAILY: Final = "daily"
WEEKLY: Final = "weekly"
PACES: Final = (NEVER, DAILY, WEEKLY)

_MOMENT = timedelta(microseconds=1)
_PLANNED = text("digest_at IS NOT NULL")


class NotificationSettings(db.Model):
    """A row for whoever changed something; for all others what stands here."""

    TOLD: ClassVar = (
        "muted",
        "only_followed",
        "only_followers",
        "only_settled",
        "digest",
        "digest_hour",
        "digest_day",
    )

    user_id: Mapped[UserPrimaryKey]
    # Kinds of which they want to hear nothing.
    muted: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    # Set aside what others do than those: whom they follow, who follow them, who have
    # been here for a while.
    only_followed: Mapped[bool] = mapped_column(default=False, server_default=false())
    only_followers: Mapped[bool] = mapped_column(default=False, server_default=false())
    only_settled: Mapped[bool] = mapped_column(default=False, server_default=false())
    # How often a letter says what is unread, and when, on the clock of the account.
    digest: Mapped[str] = mapped_column(String(6), default=NEVER, server_default=NEVER)
    digest_hour: Mapped[int] = mapped_column(default=8, server_default="8")
    digest_day: Mapped[int] = mapped_column(default=0, server_default="0")
    # When the next one is due; and when the last one was: what is older stood in it.
    digest_at: Mapped[MaybeMoment]
    digested_at: Mapped[MaybeMoment]

    __table_args__ = (
        CheckConstraint(f"digest IN {PACES}", name="known_pace"),
        CheckConstraint("digest_hour BETWEEN 0 AND 23", name="hour_of_a_day"),
        CheckConstraint("digest_day BETWEEN 0 AND 6", name="day_of_a_week"),
        Index(
            "ix_notification_settings_digest_at",
            "digest_at",
            postgresql_where=_PLANNED,
            sqlite_where=_PLANNED,
        ),
    )

    @classmethod
    def of(cls, user_id: int) -> NotificationSettings:
        """What this person chose; what is usual, where they chose nothing."""
        return db.session.get(cls, user_id) or cls(user_id=user_id, **_USUAL)

    @classmethod
    def kept(cls, user_id: int) -> NotificationSettings:
        """The row of this person, new if need be."""
        add_once(cls, user_id=user_id)
        return db.session.get_one(cls, user_id)

    @classmethod
    def due(cls) -> Select[NotificationSettings]:
        """Whose letter is due; no other worker has them until this is done."""
        due = select(cls).where(cls.digest_at <= now()).order_by(cls.digest_at)
        return due.with_for_update(skip_locked=True)

    def plan(self, zone: tzinfo) -> None:
        """Have the next letter written when it is time by the clocks of ``zone``."""
        if self.digest == NEVER:
            self.digest_at = self.digested_at = None
        else:
            self.digest_at = self._next(zone, now())
            # What was unread long before somebody wished for letters is no news.
            self.digested_at = self.digested_at or now()

    def is_due_in(self, zone: tzinfo) -> bool:
        """Whether it was planned by the clocks of ``zone``, and not of another one."""
        planned = self.digest_at
        return planned is not None and planned == self._next(zone, planned - _MOMENT)

    def _next(self, zone: tzinfo, after: datetime) -> datetime:
        day = self.digest_day if self.digest == WEEKLY else None
        return next_round(after, zone, self.digest_hour, day)

    def set_aside(self, *, followed: bool, follower: bool, settled: bool) -> bool:
        """Whether what such a person does lies apart from the rest."""
        return (
            (self.only_followed and not followed)
            or (self.only_followers and not follower)
            or (self.only_settled and not settled)
        )


_USUAL: dict[str, Any] = {
    "muted": [],
    "only_followed": False,
    "only_followers": False,
    "only_settled": False,
    "digest": NEVER,
    "digest_hour": 8,
    "digest_day": 0,
}
