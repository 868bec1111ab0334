"""What a test can say of the database: how it changed, how often it was asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import event, func, select

from app.extensions import db

Row = TypeVar("Row")


def fresh(row: Row) -> Row:
    """``row`` as the database has it, after somebody else has changed it."""
    db.session.refresh(row)
    return row


@contextmanager
def changes(model: type[Any], by: int) -> Iterator[None]:
    """The number of rows of ``model`` grows by this much, or the test fails."""
    before = _count(model)
    yield
    db.session.expire_all()
    grown = _count(model) - before
    assert grown == by, f"{model.__name__} rows changed by {grown}, not by {by}"


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement that the application sends, without savepoints."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.upper().startswith(
            ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")
        ):
            seen.append(statement)

    connection = db.session.get_bind()
    event.listen(connection, "before_cursor_execute", note)
    yield seen
    event.remove(connection, "before_cursor_execute", note)


@contextmanager
def queries(at_most: int) -> Iterator[None]:
    """At most this many statements, or the test fails and shows them."""
    with statements() as seen:
        yield
    listed = "\n\n".join(seen)
    assert len(seen) <= at_most, f"{len(seen)} statements, not {at_most}:\n{listed}"


def _count(model: type[Any]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0
