"""Pages by position: one statement each, the first as fast as the thousandth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

from flask import abort, request
from flask_babel import gettext as _
from sqlalchemy import BindParameter, Select, bindparam, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from app.extensions import db
from app.lib.cursors import cursor_of, place_of
from app.web.current import as_reader

Row = TypeVar("Row")
#: By which two columns a list is cut, and after how many rows.
Cut = tuple[Any, Any, int]
PAGE = 20
_PAGES: WeakKeyDictionary[Select[Any], dict[tuple[Cut, bool], Select[Any]]]
_PAGES = WeakKeyDictionary()


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of a list: its items, and where the next one begins."""

    items: Sequence[Row]
    older: str | None
    is_first: bool

    @property
    def newest_path(self) -> str:
        """The first page of the same list."""
        return _path()

    @property
    def older_path(self) -> str:
        """The page that comes after this one."""
        return _path(after=self.older or "")

    def __iter__(self) -> Iterator[Row]:
        return iter(self.items)

    def __bool__(self) -> bool:
        return bool(self.items)


def paginate(
    query: Select[Row],
    moment: InstrumentedAttribute[Any],
    key: InstrumentedAttribute[int],
    size: int = PAGE,
    along: tuple[Any, Any] | None = None,
) -> Page[Row]:
    """Run ``query`` for the page that the address asks for, newest first.

    No OFFSET and no COUNT: ``?after=`` names the last row of the page before.
    Two rows of one ``moment`` are told apart by ``key``. What ``query`` leaves open of
    whoever reads (app/models/whoever.py) is said here.

    :param along: two columns of a joined table that say the same; its index is used.
    """
    place = _asked_for()
    asked = _page(query, (*(along or (moment, key)), size + 1), place is not None)
    rows = db.session.scalars(asked, {**as_reader(), **_said(place)}).all()
    last = rows[size - 1] if len(rows) > size else None
    older = last and cursor_of(getattr(last, moment.key), getattr(last, key.key))
    return Page(rows[:size], older or None, is_first=place is None)


def _page(query: Select[Row], cut: Cut, is_further: bool) -> Select[Row]:
    """A page of ``query``, built once for as long as that is kept; see ``_marked``."""
    pages = _PAGES.setdefault(query, {})
    if (page := pages.get((cut, is_further))) is None:
        when, which, most = cut
        page = query.order_by(when.desc(), which.desc()).limit(most)
        if is_further:
            place_at: BindParameter[Any] = bindparam("place_at", type_=when.type)
            place = tuple_(place_at, bindparam("place_key"))
            page = page.where(tuple_(when, which) < place)
        pages[cut, is_further] = page
    return page


def _said(place: tuple[datetime, int] | None) -> dict[str, object]:
    return dict(zip(("place_at", "place_key"), place, strict=True)) if place else {}


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
