"""SQLite databases as files: taken while somebody writes, looked through, put back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

#: How many pages are copied between two looks at the progress: 4 MB.
STEP = 1024

Done = Callable[[int], object]


def pages_of(place: Path) -> int:
    """How many pages a database has."""
    with _opened(place) as database:
        return int(database.execute("PRAGMA page_count").fetchone()[0])


def take(source: Path, target: Path, done: Done = lambda _pages: None) -> None:
    """Copy the database at ``source`` as it is at one moment; everybody goes on.

    The transaction that stays open is what makes it one moment. Without it, whatever
    is written between two steps begins the copy anew: 948 steps instead of 13, beside
    one busy writer.

    :param done: is told how many pages were copied since it was told before.
    :raises sqlite3.Error: when it cannot be read, or the disk is full.
    """
    with _opened(source) as database, closing(sqlite3.connect(target)) as copy:
        database.execute("BEGIN")
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        database.backup(copy, pages=STEP, progress=_steps(done), sleep=0)
        # One file, which needs no other beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def put_back(source: Path, target: Path) -> None:
    """Have ``target`` hold what ``source`` holds, in one transaction: all or nothing.

    Whoever has ``target`` open sees the new contents from the next transaction on.
    """
    with _opened(source) as copy, closing(sqlite3.connect(target)) as database:
        copy.backup(database)


def faults_of(place: Path) -> list[str]:
    """What is wrong inside of the database at ``place``: see :func:`faults_in`."""
    with _opened(place) as database:
        return faults_in(database)


def faults_in(database: sqlite3.Connection) -> list[str]:
    """What is wrong in it, as sentences: pages, indexes, rows that refer to none."""
    said = [row[0] for row in database.execute("PRAGMA integrity_check(10)")]
    lost = database.execute("PRAGMA foreign_key_check").fetchmany(10)
    faults = [] if said == ["ok"] else said
    return faults + [
        f"A row of {here} refers to no {there}." for here, _, there, _ in lost
    ]


def counts_of(place: Path) -> dict[str, int]:
    """How many rows each table has; without what full text search keeps for itself."""
    with _opened(place) as database:
        listed = database.execute(
            "SELECT name FROM pragma_table_list"
            " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {name: _count(database, name) for (name,) in sorted(listed.fetchall())}


def rows_of(place: Path, query: str) -> list[tuple[object, ...]]:
    """The answer to one query; nothing where there is no such table yet."""
    with _opened(place) as database:
        try:
            return database.execute(query).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return []
            raise


def _count(database: sqlite3.Connection, table: str) -> int:
    # The name is the database's own.
    asked = f'SELECT count(*) FROM "{table}"'  # noqa: S608
    return int(database.execute(asked).fetchone()[0])


def _steps(done: Done) -> Callable[[int, int, int], None]:
    copied = 0

    def step(_status: int, left: int, whole: int) -> None:
        nonlocal copied
        done(whole - left - copied)
        copied = whole - left

    return step


@contextmanager
def _opened(place: Path) -> Iterator[sqlite3.Connection]:
    """A database that is there, without a transaction that nobody asked for."""
    address = f"{place.resolve().as_uri()}?mode=rw"
    found = sqlite3.connect(address, uri=True, isolation_level=None, timeout=10)
    with closing(found) as database:
        yield database
