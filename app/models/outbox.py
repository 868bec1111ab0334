"""What goes out after the commit: a mail, or work that a page does not wait for."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Delete,
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    Update,
    and_,
    delete,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.tokens import digest, new_token
from app.models.columns import Count, Key, MaybeMoment, Moment, now
from app.models.rows import add_once

#: How long to wait after the first try that failed for now, the second, and so on.
SCHEDULE = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)
#: A try that ended with its worker counts too; a row that ends workers must stop.
MOST_TRIES = 20
DELIVERED_KEPT, FAILED_KEPT = timedelta(days=7), timedelta(days=30)
#: What is held for longer was taken before the clock was set back.
LONGEST_LEASE = timedelta(days=1)
#: Later than this, something is wrong with the worker or with the mail server.
OVERDUE = timedelta(minutes=10)


def _few(name: str, column: str, condition: str) -> Index:
    """An index of those rows alone that somebody looks for."""
    where = text(condition)
    return Index(name, column, "id", postgresql_where=where, sqlite_where=where)


class Outbox(db.Model):
    id: Mapped[Key]
    # Who asks twice with one key gets one row.
    key: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    # Whose account it is about, while there is one.
    user_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    # Sealed by app/web/outbox.py, and emptied once it is delivered.
    payload: Mapped[str] = mapped_column(Text, default="")
    # Counted when a try begins: one that ended with its worker is counted too.
    attempts: Mapped[Count]
    due_at: Mapped[Moment]
    # Until then it belongs to the worker that set exactly this moment.
    leased_until: Mapped[MaybeMoment]
    delivered_at: Mapped[MaybeMoment]
    failed_at: Mapped[MaybeMoment]
    last_error: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[Moment]

    __table_args__ = (
        _few(
            "ix_outbox_waiting", "due_at", "delivered_at IS NULL AND failed_at IS NULL"
        ),
        _few("ix_outbox_failed", "failed_at", "failed_at IS NOT NULL"),
        _few("ix_outbox_delivered", "delivered_at", "delivered_at IS NOT NULL"),
    )

    @classmethod
    def put(
        cls,
        kind: str,
        payload: str,
        once: str = "",
        user_id: int | None = None,
        due_at: datetime | None = None,
    ) -> str | None:
        """Add a row, due now if not later; None where ``once`` brought one before."""
        key = digest(f"{kind}:{once}") if once else new_token()
        present = now()
        is_new = add_once(
            cls,
            key=key,
            kind=kind,
            payload=payload,
            user_id=user_id,
            due_at=due_at or present,
            created_at=present,
        )
        return key if is_new else None

    @classmethod
    def waiting(cls) -> Select[Outbox]:
        return select(cls).where(*_is_waiting())

    @classmethod
    def failed(cls) -> Select[Outbox]:
        return select(cls).where(cls.failed_at.is_not(None))

    @classmethod
    def tally(cls) -> Select[int, int]:
        """How many rows wait, and how many failed."""
        rows = (cls.waiting(), cls.failed())
        return select(*(_count(some).scalar_subquery() for some in rows))

    @classmethod
    def due(cls) -> Select[str]:
        """The keys of what can be claimed now, the oldest first."""
        return select(cls.key).where(*_is_free(now())).order_by(cls.due_at, cls.id)

    @classmethod
    def overdue(cls) -> Select[Outbox]:
        """What no worker has begun; one that takes long over it is alive."""
        present = now()
        return cls.waiting().where(cls.due_at < present - OVERDUE, _is_unheld(present))

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
    def retry(cls, row_id: int | None = None, kind: str = "") -> Update:
        """The statement that begins again with what did not go: one row, or all."""
        again = update(cls).where(*cls.is_stuck(row_id, kind))
        return again.values(
            failed_at=None, attempts=0, due_at=now(), leased_until=None
        ).execution_options(synchronize_session=False)

    @classmethod
    def is_stuck(
        cls, row_id: int | None = None, kind: str = ""
    ) -> list[ColumnElement[bool]]:
        """The conditions of what failed, or waits for its next try and is not on its
        way: one row, those of a kind, or all."""
        was_tried = and_(*_is_waiting(), cls.attempts > 0, _is_unheld(now()))
        which = [or_(cls.failed_at.is_not(None), was_tried)]
        if row_id is not None:
            which.append(cls.id == row_id)
        return [*which, cls.kind == kind] if kind else which

    @classmethod
    def removal_about(cls, people: Select[int]) -> Delete:
        """The statement that removes whatever is about these people, sent or not."""
        return delete(cls).where(cls.user_id.in_(people))

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what was delivered or failed long ago."""
        present = now()
        return delete(cls).where(
            or_(
                cls.delivered_at <= present - DELIVERED_KEPT,
                cls.failed_at <= present - FAILED_KEPT,
            )
        )


def _count(rows: Select[Outbox]) -> Select[int]:
    return rows.with_only_columns(func.count())


def _is_waiting() -> list[ColumnElement[bool]]:
    return [Outbox.delivered_at.is_(None), Outbox.failed_at.is_(None)]


def _is_free(present: datetime) -> list[ColumnElement[bool]]:
    """Waiting, due, and in the hands of no worker that may still be alive."""
    return [*_is_waiting(), Outbox.due_at <= present, _is_unheld(present)]


def _is_unheld(present: datetime) -> ColumnElement[bool]:
    return or_(
        Outbox.leased_until.is_(None),
        Outbox.leased_until <= present,
        Outbox.leased_until > present + LONGEST_LEASE,
    )
