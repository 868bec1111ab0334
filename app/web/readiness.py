"""Whether this process can serve pages, and what else is not as it should be.

What makes pages fail makes it unready: a database that does not answer, or one that is
older than the code. All else is only said. A worker that is stuck delays letters and a
full disk stops those who write; taking away all sites for it would stop the readers.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from flask import Flask
from redis import Redis
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import db
from app.models import Outbox

#: For how many seconds an answer is waited for, and for how many one is repeated.
PATIENCE, KEPT = 2.5, 1.0
#: Fewer bytes than this are no room: some hours of a busy site.
ROOM = 200_000_000
#: Without which no page can be served.
VITAL = frozenset({"database", "migrations"})


@dataclass(frozen=True)
class Check:
    """What was looked at; ``why`` it is not well is for those who run the site."""

    name: str
    why: str = ""

    @property
    def is_well(self) -> bool:
        return not self.why


Look = Callable[[Flask], list[Check]]


def init_app(app: Flask) -> None:
    app.extensions["readiness"] = Readiness(app)


def is_ready(checks: Iterable[Check]) -> bool:
    """Whether pages can be served, whatever else is not well."""
    return all(check.is_well for check in checks if check.name in VITAL)


class Readiness:
    """What is known of the state of things; it asks once a second at most.

    Each look has a thread of its own: whoever asks waits for none that hangs, and none
    is begun again before it has come back.
    """

    def __init__(self, app: Flask) -> None:
        self._app, self._lock = app, Lock()
        self._looks: list[tuple[tuple[str, ...], Look]] = [
            (("database", "migrations", "outbox"), look_at_database),
            (("disk",), look_at_disk),
        ]
        if app.config["REDIS_URL"]:
            self._looks.append((("redis",), look_at_redis))
        self._under_way: dict[Look, tuple[float, Future[list[Check]]]] = {}
        self._told: frozenset[str] = frozenset()

    def now(self) -> list[Check]:
        """Every check, within :data:`PATIENCE` seconds.

        Each look has that long from its own beginning: what hangs takes no time away
        from what has only just been asked.
        """
        with self._lock:
            asked = [self._asked(look) for _, look in self._looks]
        for began, future in asked:
            wait([future], timeout=max(0, began + PATIENCE - monotonic()))
        checks = [
            check
            for (names, _), (_, future) in zip(self._looks, asked, strict=True)
            for check in _found(names, future)
        ]
        self._tell(checks)
        return checks

    def _asked(self, look: Look) -> tuple[float, Future[list[Check]]]:
        known = self._under_way.get(look)
        if known and (not known[1].done() or monotonic() - known[0] < KEPT):
            return known
        future: Future[list[Check]] = Future()
        self._under_way[look] = monotonic(), future
        Thread(target=self._answer, args=(look, future), daemon=True).start()
        return self._under_way[look]

    def _answer(self, look: Look, future: Future[list[Check]]) -> None:
        try:
            # As a request that reads, for SQLite's lock (app/extensions.py).
            with self._app.test_request_context(base_url=self._app.config["SITE_URL"]):
                checks = look(self._app)
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(checks)

    def _tell(self, checks: list[Check]) -> None:
        """Say in the log what is not well, once until that changes."""
        wrong = frozenset(check.name for check in checks if not check.is_well)
        if wrong != self._told:
            self._told = wrong
            said = "; ".join(f"{c.name}: {c.why}" for c in checks if not c.is_well)
            self._app.logger.warning("Not well: %s", said or "nothing any more")


def look_at_database(app: Flask) -> list[Check]:
    """Whether it answers, has all that the code wants, and lets the worker work.

    A newer one is right: while a site is updated, the old code serves on it.
    """
    db.session.execute(text("SELECT 1"))
    checks = [Check("database")]
    known = _revisions(app)
    try:
        revision = db.session.scalar(text("SELECT version_num FROM alembic_version"))
    except SQLAlchemyError:
        revision = None
    if revision is None or (revision in known and revision != known[-1]):
        why = f"at {revision}, not at {known[-1]}: run flask db upgrade"
        return [*checks, Check("migrations", why), Check("outbox", "not looked at")]
    late = db.session.scalar(select(Outbox.overdue().limit(1).exists()))
    why = "something has been due for ten minutes: is the worker running?"
    return [*checks, Check("migrations"), Check("outbox", why if late else "")]


def look_at_disk(app: Flask) -> list[Check]:
    """Whether there is room in INSTANCE_PATH."""
    free = shutil.disk_usage(app.instance_path).free
    why = f"{free / 1e6:.0f} MB are left where INSTANCE_PATH is"
    return [Check("disk", why if free < ROOM else "")]


def look_at_redis(app: Flask) -> list[Check]:
    """Whether Redis answers, without which the site goes on."""
    url = app.config["REDIS_URL"]
    with Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1) as redis:
        redis.ping()
    return [Check("redis")]


def _found(names: tuple[str, ...], future: Future[list[Check]]) -> list[Check]:
    if not future.done():
        return [Check(name, "no answer") for name in names]
    if error := future.exception():
        return [Check(name, type(error).__name__) for name in names]
    return future.result()


def _revisions(app: Flask) -> list[str]:
    """The numbers of all migrations that this code knows, in their order."""
    folder = Path(app.root_path).parent / "migrations/versions"
    return sorted(path.stem.partition("_")[0] for path in folder.glob("[0-9]*.py"))
