"""The edition of the site: another one whenever something changes that visitors see.

Whatever is kept of pages is kept with the edition that was in force before they were
drawn, and is believed for as long as that one is in force. See
docs/decisions/0035-pages-of-visitors-are-kept.md.
"""

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from flask import Flask, current_app, has_app_context
from redis import Redis, RedisError
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from app.extensions import db
from app.lib.breaker import BRIEFLY, Breaker

_KEY, _LOUD = "inklings-edition", "loud"
#: Tables of which no visitor ever reads a row, nor anything made of it.
QUIET = frozenset(
    {
        *("access_token", "account", "account_token", "application", "audit_entry"),
        *("bookmark", "consent", "feed_key", "idempotency_key"),
        *("conversation", "follow_request", "identity", "invitation", "known_device"),
        *("login_session", "message", "mute", "muted_word", "not_now", "notification"),
        *("notification_actor", "notification_settings", "outbox", "page_copy"),
        *("page_text", "participant"),
        *("passkey", "recovery_code", "report", "tag_follow", "timeline_entry", "totp"),
        *("visit", "webhook", "webhook_delivery", "working_copy"),
    }
)


class FileEdition:
    """The edition for the processes of one machine: when a file was touched last.

    :param name: of the file in ``folder``.
    """

    def __init__(self, folder: str, name: str = "edition") -> None:
        self._path = Path(folder) / name

    def now(self) -> int | None:
        """A number that differs from that of any other edition."""
        try:
            return os.stat(self._path).st_mtime_ns
        except FileNotFoundError:
            return 0

    def turn(self) -> None:
        """Begin another edition.

        Where the disk has no room for the file, pages stay as old as they may become:
        what was committed is not undone by that.
        """
        # Said exactly: a file system's own clock may stand still for milliseconds.
        moment = time.time_ns()
        with suppress(OSError):
            self._path.touch()
            os.utime(self._path, ns=(moment, moment))


class RedisEdition:
    """The edition for several machines: a number in Redis that counts up."""

    def __init__(self, url: str) -> None:
        self._redis: Any = Redis.from_url(url, **BRIEFLY)
        self._breaker = Breaker()
        # Whether a change has not been counted yet.
        self._is_owed = False

    def now(self) -> int | None:
        """A number that differs from that of any other edition; None if unknown."""
        if not self._breaker.is_closed:
            return None
        try:
            if self._is_owed:
                self._count()
            return int(self._redis.get(_KEY) or 0)
        except RedisError:
            self._breaker.trip()
            return None

    def turn(self) -> None:
        """Begin another edition; what Redis does not hear now it is told later."""
        self._is_owed = True
        if self._breaker.is_closed:
            try:
                self._count()
            except RedisError:
                self._breaker.trip()

    def _count(self) -> None:
        self._redis.incr(_KEY)
        self._is_owed = False


Edition = FileEdition | RedisEdition


def edition_of(app: Flask) -> Edition:
    """Where this site says which edition it is."""
    url = app.config["REDIS_URL"]
    return RedisEdition(url) if url else FileEdition(app.instance_path)


@event.listens_for(Engine, "before_cursor_execute")
def _note(
    _conn: object,
    _cursor: object,
    statement: str,
    _values: object,
    context: Any,
    *_: Any,
) -> None:
    if has_app_context() and _is_loud(statement, context):
        db.session.info[_LOUD] = True


def _is_loud(statement: str, context: Any) -> bool:
    """Whether a statement changes what visitors may see. In doubt it does."""
    if statement.startswith(("SELECT", "PRAGMA", "SAVEPOINT", "RELEASE", "ROLLBACK")):
        return False
    compiled = getattr(context, "compiled", None)
    table = getattr(getattr(compiled, "statement", None), "table", None)
    return getattr(table, "name", "") not in QUIET


@event.listens_for(db.session, "after_commit")
def _turn(session: Session) -> None:
    if session.in_nested_transaction() or not session.info.pop(_LOUD, False):
        return
    if has_app_context() and (edition := current_app.extensions.get("edition")):
        edition.turn()


@event.listens_for(db.session, "after_rollback")
def _forget(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info.pop(_LOUD, None)
