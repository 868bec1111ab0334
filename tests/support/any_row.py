"""A row for any table, where a test wants one in each and cares about none."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Float,
    Integer,
    LargeBinary,
    String,
    Table,
    select,
)

from app.extensions import db
from app.models.columns import UTCDateTime

# What is easily lost on the way: an accent, a microsecond, the last bit of a number.
_VALUES: dict[type, Any] = {
    String: "Ünï “1”",
    Integer: 1,
    Float: 0.1 + 0.2,
    Boolean: True,
    LargeBinary: b"\x00\xff",
    UTCDateTime: datetime(2026, 3, 29, 2, 30, 0, 1, tzinfo=UTC),
    JSON: ["Ünï", {"a": [1.5, None]}],
}
#: Where a constraint wants one word out of a few.
_WORDS = {
    "face.kind": "avatar",
    "notification_settings.digest": "weekly",
    "access_token.kind": "personal",
    "webhook.paused_why": "owner",
}


def fill_empty_tables() -> None:
    """Put a row into each table that has none; they concern who joined last."""
    with db.engine.begin() as connection:
        for table in db.metadata.sorted_tables:
            if not connection.execute(select(table).limit(1)).first():
                connection.execute(table.insert().values(_row(connection, table)))


def _row(connection: Connection, table: Table) -> dict[str, Any]:
    columns = [column for column in table.columns if column.computed is None]
    return {
        column.name: _referred(connection, column, place)
        if column.foreign_keys
        else _WORDS.get(str(column), _value(column))
        for place, column in enumerate(columns)
    }


def _value(column: Column[Any]) -> Any:
    return next(
        value for kind, value in _VALUES.items() if isinstance(column.type, kind)
    )


def _referred(connection: Connection, column: Column[Any], place: int) -> Any:
    """Some row, and for another column of the same row another one."""
    (key,) = column.foreign_keys
    there = key.column
    keys = connection.scalars(select(there).order_by(there.desc()).limit(place + 1))
    return keys.all()[-1]
