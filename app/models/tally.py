"""Counters: how many rows are about something, leaving out whoever is away.

A table says in ``TALLIES`` what its rows are counted in. Who makes or removes a row
counts it in the same transaction; this file does the rest, for all tables at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Select,
    Table,
    func,
    select,
    true,
    union_all,
    update,
)

from app.extensions import db
from app.models.counting import Counting


@dataclass(frozen=True)
class Tally:
    """A column that counts the rows of a table.

    :param counter: its name, in the table that ``of`` points to.
    :param of: the column of a row that says what it is counted for.
    :param by: the column of a row that says whose it is.
    :param only: the condition of the rows that count; without it all do.
    """

    counter: str
    of: str
    by: str = "user_id"
    only: Callable[[FromClause], ColumnElement[bool]] = lambda rows: true()


class Tallied:
    """The part of a table that says where its rows are counted."""

    TALLIES: ClassVar[tuple[Tally, ...]]


def hold_counted(person_id: int) -> None:
    """Lock somebody, what they wrote, and all that they are counted in.

    People before posts before comments, each by its number: whoever follows, likes or
    comments locks them in that order too, and of two at once one waits for the other.
    """
    wholes = {name: db.metadata.tables[name] for name in ("user", "post", "comment")}
    people, posts = wholes["user"], wholes["post"]
    keys: dict[str, list[Select[int]]] = {name: [] for name in wholes}
    keys["user"].append(select(people.c.id).where(people.c.id == person_id))
    keys["post"].append(select(posts.c.id).where(posts.c.author_id == person_id))
    for rows, tally in _all_tallies():
        counted_in = select(rows.c[tally.of]).where(rows.c[tally.by] == person_id)
        keys[_whole(rows.c[tally.of]).name].append(counted_in)
    for name, whole in wholes.items():
        held = select(whole.c.id).where(whole.c.id.in_(union_all(*keys[name])))
        in_order = held.order_by(whole.c.id).with_for_update(key_share=True)
        db.session.execute(in_order).close()


def count_person(person_id: int, change: int) -> None:
    """Count every row of somebody once more, or once less: they come or go."""
    for table, tally in _all_tallies():
        # Of a table that is counted in itself, the rows stand beside the whole.
        rows, whole = table.alias(), _whole(table.c[tally.of])
        is_theirs = (rows.c[tally.by] == person_id) & tally.only(rows)
        theirs = select(rows.c[tally.of]).where(is_theirs)
        count = select(func.count()).where(rows.c[tally.of] == whole.c.id, is_theirs)
        # Locked in one order: of two who go at once, one waits for the other.
        found = select(whole.c.id).where(whole.c.id.in_(theirs)).order_by(whole.c.id)
        found = found.with_for_update(key_share=True)
        counter = whole.c[tally.counter]
        changed = update(whole).where(whole.c.id.in_(found))
        more = change * count.scalar_subquery()
        db.session.execute(changed.values({counter: counter + more}))


def countings(table: type[Tallied]) -> Iterator[Counting]:
    """The counters of a table's rows, and what the rows say."""
    for its, tally in _tallies_of(table):
        rows, whole = its.alias(), _whole(its.c[tally.of])
        person = _whole(its.c[tally.by]).alias()
        counted = (
            select(func.count())
            .select_from(rows.join(person, person.c.id == rows.c[tally.by]))
            .where(rows.c[tally.of] == whole.c.id, person.c.withheld_at.is_(None))
            .where(tally.only(rows))
            .scalar_subquery()
        )
        yield Counting(whole.c.id, whole.c[tally.counter], counted)


def recount(table: type[Tallied]) -> None:
    """Set the counters of a table's rows to what the rows say, all at once."""
    for counting in countings(table):
        db.session.execute(counting.repair())


def _all_tallies() -> Iterator[tuple[Table, Tally]]:
    """In one order for everybody, by the names of their tables."""
    for table in sorted(Tallied.__subclasses__(), key=lambda table: table.__name__):
        yield from _tallies_of(table)


def _tallies_of(table: Any) -> Iterator[tuple[Table, Tally]]:
    for tally in table.TALLIES:
        yield table.__table__, tally


def _whole(column: Column[Any]) -> Table:
    """The table whose rows a column points to."""
    (key,) = column.foreign_keys
    return key.column.table
