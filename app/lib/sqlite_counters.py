"""Counters for rate limits in a small file that all workers of one machine share.

The ``limits`` library counts in Redis or in the memory of one process. With several
workers and no Redis, memory would let through as many times the limit.
"""

import sqlite3
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from limits.storage import Storage

_TABLE = """
    CREATE TABLE IF NOT EXISTS tally (
        key TEXT PRIMARY KEY, count INT, began REAL, until REAL
    )
"""
# What began in the future did so before the clock was set back: it would last for ever.
_IS_OVER = "(until <= :now OR began > :now)"
_ADD = f"""
    INSERT INTO tally VALUES (:key, :amount, :now, :until)
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN {_IS_OVER} THEN :amount ELSE count + :amount END,
        until = CASE WHEN {_IS_OVER} THEN :until ELSE until END,
        began = CASE WHEN {_IS_OVER} THEN :now ELSE began END
    RETURNING count
"""  # noqa: S608


class SQLiteCounters(Storage):
    """A storage for fixed windows: ``sqlite3:///folder`` keeps them in that folder."""

    STORAGE_SCHEME = ["sqlite3"]

    def __init__(
        self, uri: str, wrap_exceptions: bool = False, **_options: object
    ) -> None:
        super().__init__(uri, wrap_exceptions=wrap_exceptions)
        self._path = Path(urlsplit(uri).path) / "limits.sqlite"
        self._local = threading.local()

    @property
    def base_exceptions(self) -> type[Exception]:
        return sqlite3.Error

    @property
    def _connection(self) -> sqlite3.Connection:
        """One connection a thread, opened when it is first needed."""
        if not hasattr(self._local, "connection"):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=5, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_TABLE)
            self._local.connection = connection
        return self._local.connection

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add ``amount`` to ``key``, which begins anew ``expiry`` seconds later."""
        now = time.time()
        values = {"key": key, "amount": amount, "now": now, "until": now + expiry}
        (count,) = self._connection.execute(_ADD, values).fetchone()
        if count == amount:
            self._connection.execute(f"DELETE FROM tally WHERE {_IS_OVER}", values)  # noqa: S608
        return int(count)

    def get(self, key: str) -> int:
        """The count of ``key``, 0 when its window has passed."""
        return int(self._window(key)[0])

    def get_expiry(self, key: str) -> float:
        """When the window of ``key`` ends, in seconds since 1970."""
        return float(self._window(key)[1])

    def check(self) -> bool:
        return self._connection.execute("SELECT 1").fetchone() == (1,)

    def reset(self) -> int:
        return self._connection.execute("DELETE FROM tally").rowcount

    def clear(self, key: str) -> None:
        self._connection.execute("DELETE FROM tally WHERE key = ?", (key,))

    def _window(self, key: str) -> tuple[int, float]:
        now = time.time()
        row = self._connection.execute(
            f"SELECT count, until FROM tally WHERE key = :key AND NOT {_IS_OVER}",  # noqa: S608
            {"key": key, "now": now},
        ).fetchone()
        return row or (0, now)
