"""All of a SQLite site into an empty PostgreSQL database, or nothing."""

import sys

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.web import row_copies
from app.web.backups import BackupFailed, reason
from app.web.indexing import index_missing
from app.web.migrating import bring_up_to_date

NOT_EMPTY = (
    "There are people or posts in this database already. Choose an empty one:"
    " nothing is ever written over them."
)


def pour(source, engine, progress, last_numbers=()):
    """Write every row of ``source``, a connection, into the database of ``engine``.

    :param last_numbers: the last numbers that PostgreSQL gave to rows, where known.
    :returns: how many rows there are of each table.
    :raises BackupFailed: and the database is as empty as it was.
    """
    try:
        bring_up_to_date(engine)
        with engine.begin() as target:
            row_copies.lock(target)
            if not row_copies.is_empty(target):
                raise BackupFailed(NOT_EMPTY)
            row_copies.clear(target)
            copied = _copied(source, target, progress)
            row_copies.go_on_counting(target, dict(last_numbers))
    except (DBAPIError, row_copies.CopyFailed) as error:
        raise BackupFailed(f"Nothing was written: {reason(error)}") from error
    return {name: contents.count for name, contents in copied.items()}


def index(engine):
    """Make what cannot be copied: the entries of the search."""
    with Session(engine, expire_on_commit=False) as session:
        index_missing(sys.maxsize, session)


def _copied(source, target, progress):
    length = row_copies.count(source)
    with progress("Copying", length) as done:
        copied = row_copies.copy(source, target, done)
    with progress("Comparing", length) as done:
        row_copies.compare(target, copied, done)
    return copied
