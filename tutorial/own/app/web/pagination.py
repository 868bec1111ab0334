"""Pages by position: the first as fast as the thousandth."""  #: 7-12
"""Pages by position: one statement each, the first as fast as the thousandth."""  #: 13

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime  #: 13
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode  #: 13

from flask import abort, request  #: 13
from flask import request  #: 7-12
from flask_babel import gettext as _  #: 13
from sqlalchemy import Select  #: 7-12
from sqlalchemy import Select, tuple_  #: 13
from sqlalchemy.orm import InstrumentedAttribute

from app.extensions import db
from app.lib.cursors import cursor_of, place_of  #: 13

Row = TypeVar("Row")
PAGE = 20


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of a list: its items, and where the next one begins."""

    items: Sequence[Row]
    older: int | None  #: 7-12
    older: str | None  #: 13
    is_first: bool

    @property
    def newest_path(self) -> str:
        """The first page of the same list."""
        return request.path  #: 7-12
        return _path()  #: 13

    @property
    def older_path(self) -> str:
        """The page that comes after this one."""
        return f"{request.path}?before={self.older}"  #: 7-12
        return _path(after=self.older or "")  #: 13

    def __iter__(self) -> Iterator[Row]:
        return iter(self.items)

    def __bool__(self) -> bool:
        return bool(self.items)


#: 7-12
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
#:
#: 13
def paginate(
    query: Select[Row],
    moment: InstrumentedAttribute[Any],
    key: InstrumentedAttribute[int],
    size: int = PAGE,
) -> Page[Row]:
    """Run ``query`` for the page that the address asks for, newest first.

    No OFFSET and no COUNT: ``?after=`` names the last row of the page before.
    Two rows of one ``moment`` are told apart by ``key``.
    """
    place = _asked_for()
    if place:
        query = query.where(tuple_(moment, key) < tuple_(*place))
    query = query.order_by(moment.desc(), key.desc()).limit(size + 1)
    rows = db.session.scalars(query).all()
    last = rows[size - 1] if len(rows) > size else None
    older = last and cursor_of(getattr(last, moment.key), getattr(last, key.key))
    return Page(rows[:size], older or None, is_first=place is None)


def _path(**place: str) -> str:
    """This address, with all that it asks for but its place in the list."""
    asked = {name: text for name, text in request.args.items() if name != "after"}
    query = urlencode({**asked, **place})
    return f"{request.path}?{query}" if query else request.path


def _asked_for() -> tuple[datetime, int] | None:
    cursor = request.args.get("after")
    if not cursor:
        return None
    try:
        return place_of(cursor)
    except ValueError:
        abort(
            400,
            _("This link to an older page is damaged. Start again from the newest."),
        )
#:
