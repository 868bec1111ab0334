"""Pages by position: the first as fast as the thousandth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import request
from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute

from app.extensions import db

Row = TypeVar("Row")
PAGE = 20


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of a list: its items, and where the next one begins."""

    items: Sequence[Row]
    older: int | None
    is_first: bool

    @property
    def newest_path(self) -> str:
        """The first page of the same list."""
        return request.path

    @property
    def older_path(self) -> str:
        """The page that comes after this one."""
        return f"{request.path}?before={self.older}"

    def __iter__(self) -> Iterator[Row]:
        return iter(self.items)

    def __bool__(self) -> bool:
        return bool(self.items)


def paginate(query: Select[Any], key: InstrumentedAttribute[int]) -> Page[Any]:
    """Run ``query`` for the page that the address asks for.

    No OFFSET and no COUNT: ``?before=`` names the last row of the page before.
    """
    before = request.args.get("before", type=int)
    if before is not None:
        query = query.where(key < before)
    rows = db.session.scalars(query.limit(PAGE + 1)).all()
    older = getattr(rows[PAGE - 1], key.key) if len(rows) > PAGE else None
    return Page(rows[:PAGE], older, is_first=before is None)
