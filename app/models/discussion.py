"""Who may say something below a post, for how long, and how many have."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import WHOLE, Count, MaybeMoment, now

if TYPE_CHECKING:
    from app.models.user import User

ANYONE: Final = "anyone"
FOLLOWERS: Final = "followers"
MENTIONED: Final = "mentioned"
NOBODY: Final = "nobody"
POLICIES: Final = (ANYONE, FOLLOWERS, MENTIONED, NOBODY)
#: Why somebody may say nothing, beside the policies.
CLOSED: Final = "closed"
LOCKED: Final = "locked"


class Commentable:
    """The part of a post that people can say something below."""

    comment_count: Mapped[Count]
    # Who may, one of :data:`POLICIES`; its author always.
    replies: Mapped[str] = mapped_column(
        String(10), default=ANYONE, server_default=ANYONE, **WHOLE
    )
    # After so many days nobody else may any more; empty: it stays open.
    close_after_days: Mapped[int | None] = mapped_column(**WHOLE)
    # Moderators have ended it, for its author too.
    locked_at: Mapped[MaybeMoment] = mapped_column(**WHOLE)

    if TYPE_CHECKING:
        id: Mapped[int]
        author: Mapped[User]
        author_id: Mapped[int]
        published_at: Mapped[MaybeMoment]

        def mentioned_ids(self) -> Any: ...

    def hold_thread(self) -> None:
        """Let nobody else change what is said below it until this is done."""
        me = select(type(self).id).where(type(self).id == self.id)
        db.session.execute(me.with_for_update(key_share=True))

    @property
    def closes_at(self) -> datetime | None:
        if self.close_after_days is None or self.published_at is None:
            return None
        return self.published_at + timedelta(days=self.close_after_days)

    @property
    def is_closed(self) -> bool:
        return self.closes_at is not None and self.closes_at <= now()

    def lock(self) -> None:
        """Have nobody say anything more below it."""
        self.locked_at = self.locked_at or now()

    def unlock(self) -> None:
        self.locked_at = None

    def silences_visitors(self) -> str | None:
        """Why nobody who signs in now may say anything below it."""
        if self.locked_at is not None:
            return LOCKED
        if self.is_closed:
            return CLOSED
        return NOBODY if self.replies == NOBODY else None

    def silences(self, person: User) -> str | None:
        """Why ``person``, who can read it, may say nothing below it; None if they may.

        Who is apart from its author does not get to read it.
        """
        if self.locked_at is not None:
            return LOCKED
        if person.id == self.author_id:
            return None
        if self.is_closed:
            return CLOSED
        return None if self._is_open_to(person) else self.replies

    def _is_open_to(self, person: User) -> bool:
        if self.replies == FOLLOWERS:
            return person.is_following(self.author)
        if self.replies == MENTIONED:
            mentioned = self.mentioned_ids().subquery()
            mine = select(mentioned).where(mentioned.c.user_id == person.id)
            return db.session.scalar(mine) is not None
        return self.replies == ANYONE
