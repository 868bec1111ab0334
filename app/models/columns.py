"""Kinds of columns that every table shares."""

from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeEngine


class UTCDateTime(TypeDecorator[datetime]):
    """A moment: aware and in UTC on both sides, on databases that forget zones too."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        return value if value is None else value.astimezone(UTC)

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None or value.tzinfo is UTC:
            return value
        return (
            value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        )


def code_points(length: int) -> TypeEngine[str]:
    """Text in the order of code points, so that an index answers how it begins."""
    ordered = String(length, collation="C")
    return String(length).with_variant(ordered, "postgresql")


def now() -> datetime:
    """The present moment, aware and in UTC."""
    return datetime.now(UTC)


# SQLite counts rows by itself only for a plain INTEGER key.
_Id = BigInteger().with_variant(Integer, "sqlite")

Key = Annotated[int, mapped_column(_Id, primary_key=True)]
Moment = Annotated[datetime, mapped_column(UTCDateTime, default=now)]
MaybeMoment = Annotated[datetime | None, mapped_column(UTCDateTime)]
Words = Annotated[str, mapped_column(Text, default="")]
# What only a page of its own shows: lists leave it in the database.
WHOLE: dict[str, Any] = {"deferred": True, "deferred_group": "whole"}
LongWords = Annotated[str, mapped_column(Text, default="", **WHOLE)]
Count = Annotated[int, mapped_column(default=0, server_default="0")]
UserKey = Annotated[
    int, mapped_column(_Id, ForeignKey("user.id", ondelete="CASCADE"), index=True)
]
UserPrimaryKey = Annotated[
    int, mapped_column(_Id, ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
]
PostKey = Annotated[int, mapped_column(_Id, ForeignKey("post.id", ondelete="CASCADE"))]
SeriesKey = Annotated[
    int, mapped_column(_Id, ForeignKey("series.id", ondelete="CASCADE"), index=True)
]
