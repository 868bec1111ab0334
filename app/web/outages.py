"""What is away, busy or full, told from what is broken: some of it passes by itself."""

import errno
import sqlite3
from typing import Final

import psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from app.lib.stores import StoreFailed, StoreFull

AWAY: Final = 503
FULL: Final = 507
#: For how long whoever waits should, in seconds.
PAUSES: Final = {AWAY: 10, FULL: 300}

# Primary result codes (https://sqlite.org/rescode.html). Error itself (1) is no outage:
# it says that a statement is wrong.
_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: AWAY,
    sqlite3.SQLITE_LOCKED: AWAY,
    sqlite3.SQLITE_READONLY: AWAY,
    sqlite3.SQLITE_IOERR: AWAY,
    sqlite3.SQLITE_CANTOPEN: AWAY,
    sqlite3.SQLITE_FULL: FULL,
}
# Classes of SQLSTATE (PostgreSQL, appendix A): no connection, rolled back for others,
# no resources, somebody intervened, the system failed.
_CLASSES: Final = ("08", "40", "53", "57", "58")
_DISK_FULL: Final = "53100"
# A standby that was not told yet that it leads; a lock that was not to be had.
_STATES: Final = {"25006", "55P03"}
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def outage_behind(error: BaseException) -> int | None:
    """The status that says so where ``error`` passes by itself.

    :returns: :data:`AWAY`, :data:`FULL`; None for what nobody can wait for.
    """
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(cause, psycopg.Error):
        return _of_postgresql(cause)
    if isinstance(cause, OSError):
        return FULL if cause.errno in _NO_ROOM else None
    if isinstance(cause, StoreFailed):
        return FULL if isinstance(cause, StoreFull) else AWAY
    return AWAY if isinstance(cause, NoConnection) else None


def _of_postgresql(error: psycopg.Error) -> int | None:
    state = error.sqlstate
    if state is None:
        # What the server said nothing about: it did not answer.
        return AWAY if isinstance(error, psycopg.OperationalError) else None
    if state == _DISK_FULL:
        return FULL
    return AWAY if state.startswith(_CLASSES) or state in _STATES else None
