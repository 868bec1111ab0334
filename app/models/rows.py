"""Rows that exist once or not at all, whoever else asks at the same moment."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Executable, Select, delete
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


def replacing(
    model: type[Any], keys: Mapping[str, object], **values: object
) -> Executable:
    """The statement that inserts a row, or gives the one with these keys the values."""
    row = _insert(model).values(**keys, **values)
    changed: Executable = row.on_conflict_do_update(index_elements=keys, set_=values)
    return changed


def add_new(model: type[Any], rows: Sequence[Mapping[str, object]], told: Any) -> Any:
    """Insert those of ``rows`` that are not there; the column ``told`` of the new."""
    new = _insert(model).values(rows).on_conflict_do_nothing().returning(told)
    return db.session.scalars(new).all()


def add_or_change(
    model: type[Any],
    rows: Sequence[Mapping[str, object]],
    *,
    unless: Sequence[str],
    among: ColumnElement[bool],
    then: Mapping[str, object],
    told: Sequence[Any],
) -> Any:
    """Insert ``rows``; which of them is there already gets other values instead.

    :param unless: the columns that tell one row from another, ``among`` some of them.
    :param then: the values that a row gets that is there.
    :param told: the columns that are given back of each row, in no order.
    """
    statement = _insert(model).values(rows)
    merged = statement.on_conflict_do_update(
        index_elements=unless, index_where=among, set_=then
    )
    return db.session.execute(merged.returning(*told)).all()


def add_selected(model: type[Any], columns: Sequence[str], rows: Select[Any]) -> None:
    """Insert what ``rows`` selects and is not there already."""
    insert = _insert(model).from_select(columns, rows).on_conflict_do_nothing()
    db.session.execute(insert)


def remove_once(model: type[Any], **values: object) -> bool:
    """Delete the row with these ``values``; whether it was this call that did."""
    return touched(delete(model).filter_by(**values)) == 1


def touched(statement: Executable) -> int:
    """How many rows ``statement`` touched."""
    result = cast(CursorResult[Any], db.session.execute(statement))
    return result.rowcount


def _insert(model: type[Any]) -> Any:
    return _INSERTS[db.session.get_bind().dialect.name](model)
