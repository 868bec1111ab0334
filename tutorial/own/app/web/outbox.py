"""What a request leaves for the worker to do, and how the worker does it."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import current_app
from sqlalchemy import Update

from app.extensions import db
from app.lib.post_office import Refused, Unreachable
from app.models import Outbox
from app.models.outbox import MOST_TRIES
from app.models.rows import touched
from app.web.seals import sealed, unsealed

Handler = Callable[..., None]
#: For so long a row is its worker's; after that the worker is taken for dead.
LEASE = timedelta(minutes=5)
_HANDLERS: dict[str, Handler] = {}


def delivers(kind: str) -> Callable[[Handler], Handler]:
    """Make a function the one that delivers rows of this ``kind``.

    What it changes is committed together with the delivery. It raises ``Refused`` to be
    given up, and ``Unreachable`` or whatever else to be tried again.
    """

    def register(handler: Handler) -> Handler:
        _HANDLERS[kind] = handler
        return handler

    return register


def defer(kind: str, once: str = "", **values: object) -> None:
    """Leave work of this ``kind`` to the worker, if the transaction is committed.

    :param once: a name for this piece of work: left twice, it is done once.
    :param values: what the handler is called with; JSON.
    """
    Outbox.put(kind, sealed(json.dumps(values)), once)


def contents(row: Outbox) -> dict[str, Any] | None:
    """What was put into ``row``; None once it is delivered, or opens no more."""
    opened = unsealed(row.payload)
    return None if opened is None else json.loads(opened)


def recipient(row: Outbox) -> str:
    """Whom a letter is for; empty for what is no letter, or no longer opens."""
    return str((contents(row) or {}).get("to", ""))


def work() -> int:
    """Deliver whatever is due; how many rows that were."""
    keys = db.session.scalars(Outbox.due()).all()
    db.session.rollback()
    return sum(map(deliver, keys))


def deliver(key: str) -> bool:
    """Deliver the row with this key, if it is due and nobody else is at it; say if so.

    Three transactions: one claims the row; none is open while a handler talks to the
    world; one notes what came of it, together with what the handler changed.
    """
    # A context of its own is a session of its own: no row is remembered from before.
    with current_app.app_context():
        row = _claimed(key)
        if row is not None:
            _note(_verdict(row))
        return row is not None


def _claimed(key: str) -> Outbox | None:
    row = db.session.scalar(Outbox.claim(key, LEASE))
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
        return row.delivery()
    except Refused as refused:
        db.session.rollback()
        return row.refusal(str(refused))
    except Unreachable as away:
        db.session.rollback()
        return row.postponement(str(away))
    except Exception as error:
        db.session.rollback()
        current_app.logger.exception("Outbox: %s %s failed", row.kind, row.id)
        # Its words may tell more than an admin has to know; the log has them.
        return row.postponement(type(error).__name__)


def _handle(row: Outbox) -> None:
    if row.attempts > MOST_TRIES:
        raise Refused("Each try ended with the worker.")
    handler = _HANDLERS.get(row.kind)
    if handler is None:
        raise Unreachable("The worker does not know this kind: is it up to date?")
    values = contents(row)
    if values is None:
        raise Refused("The key that sealed it is gone.")
    address = current_app.config["SITE_URL"]
    with current_app.test_request_context(base_url=address):
        handler(row, **values)


def _note(verdict: Update) -> None:
    if touched(verdict) == 0:
        # The lease is over: another worker has the row, and what it does counts.
        db.session.rollback()
    db.session.commit()
