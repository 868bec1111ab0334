"""A site moves from SQLite to PostgreSQL, and nothing is lost on the way."""

import sqlite3
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from app.backups.pouring import NOT_EMPTY, index, pour
from app.backups.staging import staged
from app.extensions import db
from app.lib import sqlite_files
from app.web.backups import BackupFailed, reason
from app.web.migrating import newest, revision_of
from app.web.row_copies import is_empty

#: Where a rehearsal copies everything to, and which it takes away again.
_SCHEMA = "inklings_rehearsal"
_IN_USE = (
    "Somebody has the database open. Stop the site and its worker first: what they"
    " write meanwhile would be left behind."
)


def move(url, progress, is_rehearsal=False):
    """Copy the site into the PostgreSQL database at ``url``; how many rows of what.

    The SQLite file is held alone all the time, so that nobody writes what would be left
    behind; and it stays as it is. A rehearsal does all of it with a copy, while the
    site goes on, in a schema of its own that is dropped afterwards.

    :raises BackupFailed: and the target is as empty as it was.
    """
    target = _engine(url)
    try:
        with _seen() if is_rehearsal else _held() as source:
            _demand_health(source)
            if not is_rehearsal:
                return _moved(source, target, progress)
            _demand_empty(target)
            with _scratch(target) as scratch:
                return _moved(source, scratch, progress)
    except DBAPIError as error:
        raise BackupFailed(f"The database said: {reason(error)}") from error
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(f"The site cannot be read: {error}") from error
    finally:
        target.dispose()


def _moved(source, target, progress):
    rows = pour(source, target, progress)
    index(target)
    return rows


def _engine(url):
    scheme, _, rest = url.partition("://")
    if not (scheme.startswith("postgres") and rest):
        raise BackupFailed("The target must look like postgresql://user@host/name.")
    try:
        return create_engine(f"postgresql+psycopg://{rest}")
    except ArgumentError as error:
        raise BackupFailed(f"The target is no address: {error}") from error


def _place():
    if db.engine.dialect.name != "sqlite":
        raise BackupFailed("This site is on PostgreSQL already.")
    return Path(db.engine.url.database)


@contextmanager
def _held():
    """A connection to the SQLite database, which nobody else has open meanwhile."""
    place = _place()
    db.session.remove()
    db.engine.dispose()
    try:
        with _connected(place, "PRAGMA locking_mode = EXCLUSIVE") as connection:
            yield connection
    except OperationalError as error:
        if "database is locked" in str(error.orig):
            raise BackupFailed(_IN_USE) from error
        raise


@contextmanager
def _seen():
    """A connection to a copy of it, taken at this moment."""
    with staged(".move-") as stage:
        copy = stage / "database.sqlite"
        sqlite_files.take(_place(), copy)
        with _connected(copy) as connection:
            yield connection


@contextmanager
def _connected(place, *first):
    """A connection on which ``first`` is said before anything else."""

    def opened():
        connection = sqlite3.connect(place)
        for statement in first:
            connection.execute(statement)
        return connection

    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool)
    with engine.connect() as connection:
        yield connection


def _demand_health(source):
    if (found := revision_of(source)) != newest():
        raise BackupFailed(
            f"The database is at migration {found or 'none'}, the program at"
            f" {newest()}. Run flask db upgrade first."
        )
    if faults := sqlite_files.faults_in(source.connection.driver_connection):
        raise BackupFailed(f"The database is damaged: {' '.join(faults)}")


def _demand_empty(target):
    with target.connect() as connection:
        if not is_empty(connection):
            raise BackupFailed(NOT_EMPTY)


@contextmanager
def _scratch(target):
    """The same database, where everything goes into a schema that goes again."""
    drop = f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE"
    _run(target, drop, f"CREATE SCHEMA {_SCHEMA}")
    inside = {"options": f"-csearch_path={_SCHEMA}"}
    engine = create_engine(make_url(target.url).update_query_dict(inside))
    try:
        yield engine
    finally:
        engine.dispose()
        _run(target, drop)


def _run(engine, *statements):
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
