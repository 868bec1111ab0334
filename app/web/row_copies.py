"""All rows of a site, from one database into another of whichever kind.

Rows travel as the values that the models know, so that a moment is the same moment on
SQLite and PostgreSQL. What a database makes by itself stays: generated columns, and the
entries of the search index, whose words each keeps in a way of its own.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Select,
    Table,
    column,
    delete,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy import table as named
from sqlalchemy.exc import DBAPIError

from app.extensions import db
from app.models.search_index import ENTRIES
from app.web.backups import reason

#: Rows that are held in memory at once.
BATCH = 1000
_DIGESTS = 2**256

Done = Callable[[int], object]


class CopyFailed(Exception):
    """Rows did not arrive as they were; the message says of which table."""


@dataclass(frozen=True)
class Contents:
    """What is in a table: the sum of the digests of its rows knows no order."""

    count: int = 0
    digest: int = 0

    def with_rows(self, rows: Sequence[dict[str, Any]]) -> "Contents":
        sum_ = sum(_digest(row) for row in rows)
        return Contents(self.count + len(rows), (self.digest + sum_) % _DIGESTS)


def tables() -> list[Table]:
    """The tables whose rows travel; each after those that it refers to."""
    made_anew = {entry.__table__ for entry in ENTRIES}
    return [table for table in db.metadata.sorted_tables if table not in made_anew]


def count(connection: Connection) -> int:
    """How many rows :func:`copy` would copy."""
    whole = (select(func.count()).select_from(table) for table in tables())
    return sum(connection.scalar(number) or 0 for number in whole)


def copy(source: Connection, target: Connection, done: Done) -> dict[str, Contents]:
    """Copy every row into the empty tables of ``target``; what each table held.

    Both databases are at the newest migration. Each is in a transaction, and the caller
    commits.

    :param done: is told how many rows were copied since it was told before.
    :raises CopyFailed: when the target does not take a row.
    """
    copied = {}
    for table in tables():
        contents = Contents()
        for rows in _batches(source, table):
            _insert(target, table, rows)
            contents = contents.with_rows(rows)
            done(len(rows))
        copied[table.name] = contents
    return copied


def compare(connection: Connection, expected: dict[str, Contents], done: Done) -> None:
    """Read every table again, whether it holds what is ``expected``.

    :raises CopyFailed: when it does not.
    """
    for table in tables():
        contents = Contents()
        for rows in _batches(connection, table):
            contents = contents.with_rows(rows)
            done(len(rows))
        if contents != expected[table.name]:
            raise CopyFailed(f"The rows of {table.name} are not what they were.")


def is_empty(connection: Connection) -> bool:
    """Whether nobody has joined or left anything yet, at whichever migration it is."""
    names = set(inspect(connection).get_table_names()) & {
        "user",
        "post",
        "page",
        "picture",
    }
    return not any(
        connection.execute(select(1).select_from(named(name)).limit(1)).first()
        for name in names
    )


def lock(connection: Connection) -> None:
    """Have everybody else wait until the transaction is over. SQLite does it anyway."""
    if connection.dialect.name == "postgresql":
        quoted = connection.dialect.identifier_preparer.format_table
        names = ", ".join(quoted(each) for each in db.metadata.sorted_tables)
        connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))


def clear(connection: Connection) -> None:
    """Remove what an empty site has all the same, such as its name."""
    for table in reversed(db.metadata.sorted_tables):
        connection.execute(delete(table))


def sequences(connection: Connection) -> dict[str, int]:
    """The last number that was given to rows of each table; PostgreSQL only."""
    found = {}
    for table, name in _sequences(connection):
        given: Select[Any] = select(column("last_value")).select_from(text(name))
        if last := connection.scalar(given.where(column("is_called"))):
            found[table.name] = int(last)
    return found


def go_on_counting(connection: Connection, last: dict[str, int]) -> None:
    """Have new rows get numbers that no row has, or had; nothing on SQLite.

    :param last: what :func:`sequences` gave; what is not in it counts from its rows.
    """
    if connection.dialect.name != "postgresql":
        return
    for table, name in _sequences(connection):
        column = table.autoincrement_column
        highest = connection.scalar(select(func.max(column))) or 0
        number = max(highest, last.get(table.name, 0))
        if number:
            connection.execute(
                text("SELECT setval(:name, :number)"), {"name": name, "number": number}
            )


def _sequences(connection: Connection) -> Iterator[tuple[Table, str]]:
    for table in tables():
        if (column := table.autoincrement_column) is not None:
            quoted = connection.dialect.identifier_preparer.format_table(table)
            asked = select(func.pg_get_serial_sequence(quoted, column.name))
            if name := connection.scalar(asked):
                yield table, name


def _batches(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """By their keys: an answer to a comment comes after the comment."""
    rows = select(*_kept(table)).order_by(*table.primary_key)
    streamed = rows.execution_options(yield_per=BATCH)
    for some in source.execute(streamed).mappings().partitions():
        yield [dict(row) for row in some]


def _kept(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if column.computed is None]


def _insert(target: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    try:
        target.execute(table.insert(), rows)
    except DBAPIError as error:
        raise CopyFailed(
            f"A row of {table.name} does not fit: {reason(error)}"
        ) from error


def _digest(row: dict[str, Any]) -> int:
    told = json.dumps(row, sort_keys=True, default=repr).encode()
    return int.from_bytes(hashlib.sha256(told).digest())
