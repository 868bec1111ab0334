"""Rows that exist once or not at all, whoever else asks at the same moment."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import CursorResult, Executable, delete
from sqlalchemy.dialects import postgresql, sqlite

from app.extensions import db

_INSERTS: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def add_once(model: type[Any], **values: object) -> bool:
    """Insert a row unless it is there already; whether it was this call that did."""
    statement = _insert(model).values(**values).on_conflict_do_nothing()
    # Without the option psycopg's count of an insert is not kept, but -1.
    counted = statement.execution_options(preserve_rowcount=True)
    return touched(counted) == 1


def add_missing(model: type[Any], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert those of ``rows`` that are not there already."""
    db.session.execute(_insert(model).values(rows).on_conflict_do_nothing())


def remove_once(model: type[Any], **values: object) -> bool:
    """Delete the row with these ``values``; whether it was this call that did."""
    return touched(delete(model).filter_by(**values)) == 1


def touched(statement: Executable) -> int:
    """How many rows ``statement`` touched."""
    result = cast(CursorResult[Any], db.session.execute(statement))
    return result.rowcount


def _insert(model: type[Any]) -> Any:
    return _INSERTS[db.session.get_bind().dialect.name](model)
