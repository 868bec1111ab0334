"""One thing that a program is told, and what it answered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from sqlalchemy import (
    JSON,
    BigInteger,
    Delete,
    ForeignKey,
    Index,
    String,
    delete,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.models.columns import Count, Key, MaybeMoment, Moment, Words, now
from app.models.outbox import SCHEDULE

if TYPE_CHECKING:
    from app.models.webhook import Webhook

#: For how long it is listed.
KEPT: Final = timedelta(days=30)
#: Why nothing was sent: nobody may see it any more, or the program is told nothing now.
VANISHED, PAUSED = "vanished", "paused"


class WebhookDelivery(db.Model):
    id: Mapped[Key]
    # By this name its receiver knows it: the same at each try, and told again.
    public_id: Mapped[str] = mapped_column(
        String(36), unique=True, default=lambda: str(uuid4())
    )
    webhook_id: Mapped[int] = mapped_column(
        ForeignKey("webhook.id", ondelete="CASCADE")
    )
    event: Mapped[str] = mapped_column(String(40))
    # Which post, comment or person it is about: the event says which of them. What is
    # told is looked up when it is sent, but for what is gone by then.
    about_id: Mapped[int | None] = mapped_column(BigInteger)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[Moment] = mapped_column(index=True)
    attempts: Mapped[Count]
    tried_at: Mapped[MaybeMoment]
    delivered_at: Mapped[MaybeMoment]
    failed_at: Mapped[MaybeMoment]
    # What came of the last try: the status and the first KiB of an answer, how many
    # milliseconds it took; or why there is none.
    status: Mapped[int | None]
    answer: Mapped[Words]
    duration: Mapped[int | None]
    silence: Mapped[str] = mapped_column(String(10), default="")

    webhook: Mapped[Webhook] = relationship(lazy="raise")

    __table_args__ = (Index(None, "webhook_id", "created_at", "id"),)

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what has been listed for long enough."""
        return delete(cls).where(cls.created_at <= now() - KEPT)

    @property
    def is_waiting(self) -> bool:
        return self.delivered_at is None and self.failed_at is None

    def note(
        self, duration: int, status: int | None, answer: str, silence: str
    ) -> None:
        """Write down what came of a try."""
        self.attempts += 1
        self.tried_at = now()
        self.status, self.answer, self.silence = status, answer, silence
        self.duration = duration

    def succeed(self) -> None:
        self.delivered_at = now()

    def give_up(self, why: str = "") -> None:
        """Try it no more; ``why`` where it was not tried at all."""
        self.failed_at = now()
        self.silence = why or self.silence

    def next_try(self) -> datetime | None:
        """When it is to be tried after this; None after the last try."""
        tries = self.attempts
        return now() + SCHEDULE[tries - 1] if 0 < tries <= len(SCHEDULE) else None

    def begin_again(self) -> None:
        """Be sent once more, under the same name."""
        self.delivered_at = self.failed_at = None
        self.attempts, self.silence = 0, ""
