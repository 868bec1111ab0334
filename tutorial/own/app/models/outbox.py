"""What goes out after the commit: a mail, or work that a page does not wait for."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Index, Select, String, Update, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.tokens import digest, new_token
from app.models.columns import Count, Key, MaybeMoment, Moment, Words, now
from app.models.rows import add_once

#: How long to wait after the first try that failed for now, the second, and so on.
SCHEDULE = tuple(timedelta(minutes=n) for n in (1, 5, 30, 2 * 60, 8 * 60, 24 * 60))
#: A try that ended with its worker counts too; a row that ends workers must stop.
MOST_TRIES = 20


class Outbox(db.Model):
    id: Mapped[Key]
    # Who asks twice with one key gets one row.
    key: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    # Sealed by app/web/outbox.py, and emptied once it is delivered.
    payload: Mapped[Words]
    # Counted when a try begins: one that ended with its worker is counted too.
    attempts: Mapped[Count]
    due_at: Mapped[Moment]
    # Until then it belongs to the worker that set exactly this moment.
    leased_until: Mapped[MaybeMoment]
    delivered_at: Mapped[MaybeMoment]
    failed_at: Mapped[MaybeMoment]
    last_error: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[Moment]

    __table_args__ = (Index("ix_outbox_waiting", "due_at", "id"),)

    @classmethod
    def put(cls, kind: str, payload: str, once: str = "") -> bool:
        """Add a row that is due now, unless ``once`` brought one before."""
        key, present = digest(f"{kind}:{once}") if once else new_token(), now()
        told = {"key": key, "kind": kind, "payload": payload}
        return add_once(cls, **told, due_at=present, created_at=present)

    @classmethod
    def waiting(cls) -> Select[Outbox]:
        return select(cls).where(*_is_waiting()).order_by(cls.due_at, cls.id)

    @classmethod
    def failed(cls) -> Select[Outbox]:
        lost = select(cls).where(cls.failed_at.is_not(None))
        return lost.order_by(cls.failed_at.desc(), cls.id.desc())

    @classmethod
    def due(cls) -> Select[str]:
        """The keys of what can be claimed now, the oldest first."""
        return select(cls.key).where(*_is_free(now())).order_by(cls.due_at, cls.id)

    @classmethod
    def claim(cls, key: str, lease: timedelta) -> Update:
        """The statement that takes a row for ``lease``, if nobody else has it.

        It gives the row back. Of two workers the database lets one have it: the
        other waits for that one's commit and then finds the row taken.
        """
        present = now()
        return (
            update(cls)
            .where(cls.key == key, *_is_free(present))
            .values(attempts=cls.attempts + 1, leased_until=present + lease)
            .returning(cls)
            .execution_options(synchronize_session=False, populate_existing=True)
        )

    def delivery(self) -> Update:
        """The statement that notes the delivery and forgets what was delivered."""
        return self._settled(delivered_at=now(), payload="", last_error="")

    def refusal(self, reason: str) -> Update:
        """The statement that gives up on it."""
        return self._settled(failed_at=now(), last_error=reason[:200])

    def postponement(self, reason: str) -> Update:
        """The statement that plans the next try; the last failure is a refusal."""
        if self.attempts > len(SCHEDULE):
            return self.refusal(reason)
        due_at = now() + SCHEDULE[self.attempts - 1]
        return self._settled(due_at=due_at, last_error=reason[:200])

    def _settled(self, **values: object) -> Update:
        """Only while this worker has the row: a lease that ended is another's now."""
        cls = type(self)
        return (
            update(cls)
            .where(cls.id == self.id, cls.leased_until == self.leased_until)
            .values(leased_until=None, **values)
            .execution_options(synchronize_session=False)
        )

    @classmethod
    def retry(cls, row_id: int) -> Update:
        """The statement that begins again with a row that did not go out."""
        is_stuck = (cls.delivered_at.is_(None), _is_unheld(now()))
        return (
            update(cls)
            .where(cls.id == row_id, *is_stuck)
            .values(failed_at=None, attempts=0, due_at=now(), leased_until=None)
            .execution_options(synchronize_session=False)
        )


def _is_waiting() -> list[ColumnElement[bool]]:
    return [Outbox.delivered_at.is_(None), Outbox.failed_at.is_(None)]


def _is_free(present: datetime) -> list[ColumnElement[bool]]:
    """Waiting, due, and in the hands of no worker that may still be alive."""
    return [*_is_waiting(), Outbox.due_at <= present, _is_unheld(present)]


def _is_unheld(present: datetime) -> ColumnElement[bool]:
    return or_(Outbox.leased_until.is_(None), Outbox.leased_until <= present)
