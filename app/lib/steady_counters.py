"""Counters that go on counting: in the memory of a process, while a storage is away.

A door is never open for as many attempts as somebody likes: where the counters of all
processes cannot be asked, each process counts what it sees itself. With N processes,
somebody gets N times the limit at most; and what was counted before, once more.

Flask-Limiter has a fallback of its own. It fails where a request is counted after its
answer, which is then an error although everything is committed; and ``is_few`` in
``app/web/limits.py`` has no part in it.
"""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from limits.storage import MemoryStorage, Storage, storage_from_string

from app.lib import sqlite_counters  # noqa: F401  (found by its scheme, sqlite3://)
from app.lib.breaker import BRIEFLY, Breaker

PREFIX = "steady+"
Answer = TypeVar("Answer")
_log = logging.getLogger(__name__)


class SteadyCounters(Storage):
    """A storage at the address behind ``steady+``, and one to fall back on."""

    STORAGE_SCHEME = [f"{PREFIX}{kind}" for kind in ("redis", "rediss", "sqlite3")]

    def __init__(self, uri: str, wrap_exceptions: bool = False, **options: Any) -> None:
        super().__init__(uri, wrap_exceptions=wrap_exceptions)
        shared = uri.removeprefix(PREFIX)
        if shared.startswith("redis"):
            options |= BRIEFLY
        self._shared = storage_from_string(shared, **options)
        self._own = MemoryStorage()
        self._breaker = Breaker()
        self._is_away = False

    @property
    def base_exceptions(self) -> Any:
        return self._shared.base_exceptions

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add ``amount`` to ``key``, which begins anew ``expiry`` seconds later."""
        return self._ask(lambda counters: counters.incr(key, expiry, amount))

    def get(self, key: str) -> int:
        """The count of ``key``, 0 when its window has passed."""
        return self._ask(lambda counters: counters.get(key))

    def get_expiry(self, key: str) -> float:
        """When the window of ``key`` ends, in seconds since 1970."""
        return self._ask(lambda counters: counters.get_expiry(key))

    def check(self) -> bool:
        return self._ask(lambda counters: counters.check())

    def reset(self) -> int | None:
        self._own.reset()
        return self._ask(lambda counters: counters.reset())

    def clear(self, key: str) -> None:
        self._own.clear(key)
        self._ask(lambda counters: counters.clear(key))

    def look_again(self) -> None:
        """Find out whether the shared storage is back, if it was away.

        For whoever has nothing in hand yet: each time that a request found it out
        itself, it kept SQLite's lock from all others for half a second.
        """
        if self._is_away and self._breaker.is_closed:
            self._ask(lambda counters: counters.get("anybody there"))

    def _ask(self, question: Callable[[Any], Answer]) -> Answer:
        if self._breaker.is_closed:
            try:
                answer = question(self._shared)
                self._is_away = False
                return answer
            except self.base_exceptions as error:
                self._is_away = True
                self._breaker.trip()
                _log.warning("Limits are counted by each process alone: %s", error)
        return question(self._own)
