"""What a request leaves for the worker to do, and how the worker does it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import chain, repeat
from time import monotonic, sleep
from typing import Any

from flask import current_app
from sqlalchemy import Update
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import db
from app.lib.post_office import Refused, Unreachable
from app.models import Outbox
from app.models.outbox import MOST_TRIES
from app.models.rows import touched
from app.web.at_hand import delivering
from app.web.locale import language, speaking
from app.web.metrics import delivered
from app.web.outages import outage_behind
from app.web.seals import sealed, unsealed

Handler = Callable[..., None]
#: Where the keys of new rows wait for the commit: see ``app/jobs.py``.
NUDGES = "outbox-nudges"
_HANDLERS: dict[str, Handler] = {}
#: Seconds between two tries to note what is done; the last one again and again.
_PAUSES = (0.1, 0.5, 2.0, 5.0)


def delivers(kind: str) -> Callable[[Handler], Handler]:
    """Make a function the one that delivers rows of this ``kind``.

    The worker calls it with the row and the values that :func:`defer` was given, as
    if the site's own address had been asked. What it changes is committed together
    with the delivery; it may defer more and post mail. It raises ``Refused`` to be
    given up, and ``Unreachable`` or whatever else to be tried again.
    """

    def register(handler: Handler) -> Handler:
        _HANDLERS[kind] = handler
        return handler

    return register


def defer(
    kind: str, once: str = "", due_at: datetime | None = None, **values: object
) -> None:
    """Leave work of this ``kind`` to the worker, if the transaction is committed.

    :param once: a name for this piece of work: left twice, it is done once.
    :param due_at: when it is to be done, if not now; a minute later at most.
    :param values: what the handler is called with; JSON, and sealed at rest.
    """
    put(kind, {"spoken": language(), **values}, once, due_at=due_at)


def put(
    kind: str,
    values: dict[str, Any],
    once: str = "",
    user_id: int | None = None,
    due_at: datetime | None = None,
) -> None:
    """Add a row with sealed ``values`` in the transaction at hand.

    :param user_id: whose account it is about.
    """
    payload = sealed(json.dumps(values))
    key = Outbox.put(kind, payload, once, user_id, due_at)
    # What is due later is found by the sweep.
    if key and not due_at:
        db.session.info.setdefault(NUDGES, []).append(key)


def contents(row: Outbox) -> dict[str, Any] | None:
    """What was put into ``row``; None once it is delivered, or opens no more."""
    opened = unsealed(row.payload)
    return None if opened is None else json.loads(opened)


def recipient(row: Outbox) -> str:
    """Whom a letter is for; empty for what is no letter, or no longer opens."""
    return str((contents(row) or {}).get("to", ""))


def deliver(key: str) -> bool:
    """Deliver the row with this key, if it is due and nobody else is at it.

    Three transactions: one claims the row; none is open while a handler talks to the
    world; one notes what came of it, together with what the handler changed.

    :returns: whether there was anything to do for this call.
    """
    until = monotonic() + current_app.config["OUTBOX_LEASE"]
    row = _claimed(key)
    if row is None:
        return False
    with delivering(row.kind, row.id):
        verdict = _verdict(row)
        _settle(verdict, until)
    return True


@contextmanager
def as_if_asked() -> Iterator[None]:
    """Make addresses and words as in a request, where there is none.

    It counts as one that writes, for SQLite's lock (``app/extensions.py``).
    """
    address = current_app.config["SITE_URL"]
    with current_app.test_request_context(base_url=address, method="POST"):
        yield


def _claimed(key: str) -> Outbox | None:
    lease = timedelta(seconds=current_app.config["OUTBOX_LEASE"])
    row = db.session.scalar(Outbox.claim(key, lease))
    db.session.commit()
    if row is not None:
        # It keeps saying what was claimed, whatever is rolled back from here on.
        db.session.expunge(row)
    return row


def _verdict(row: Outbox) -> Update:
    """Do what the row is for; the statement that says how it went."""
    try:
        _handle(row)
        db.session.flush()
        delivered(row.kind, "delivered")
        return row.delivery()
    except Refused as refused:
        db.session.rollback()
        delivered(row.kind, "refused")
        return row.refusal(str(refused))
    except Unreachable as away:
        db.session.rollback()
        delivered(row.kind, "postponed")
        return row.postponement(str(away))
    except Exception as error:
        db.session.rollback()
        current_app.logger.exception("Outbox: %s %s failed", row.kind, row.id)
        # Its words may tell more than an admin has to know; the log has them.
        delivered(row.kind, "postponed")
        return row.postponement(type(error).__name__)


def _settle(verdict: Update, until: float) -> None:
    """Note how it went; while the database is away, again until the lease is over.

    What is out and not noted goes out once more. What a handler changed is lost with
    its transaction, so that is never tried again without the handler.
    """
    has_changes = db.session().in_transaction()
    for pause in chain(_PAUSES, repeat(_PAUSES[-1])):
        try:
            _note(verdict)
            return
        except SQLAlchemyError as error:
            db.session.rollback()
            is_passing = outage_behind(error) is not None
            if has_changes or not is_passing or monotonic() + pause > until:
                raise
            current_app.logger.warning("Outbox: not noted yet: %s", error)
        sleep(pause)


def _note(verdict: Update) -> None:
    if touched(verdict) == 0:
        # The lease is over: another worker has the row, and what it does counts.
        db.session.rollback()
    db.session.commit()


def _handle(row: Outbox) -> None:
    if row.attempts > MOST_TRIES:
        raise Refused("Each try ended with the worker.")
    handler = _HANDLERS.get(row.kind)
    if handler is None:
        raise Unreachable("The worker does not know this kind: is it up to date?")
    values = contents(row)
    if values is None:
        raise Refused("The key that sealed it is gone.")
    with as_if_asked(), speaking(values.pop("spoken", "")):
        handler(row, **values)
