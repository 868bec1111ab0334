"""Posts by months, those of the site and those of a person."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import abort
from sqlalchemy import ColumnElement, Select

from app.extensions import db
from app.lib.months import Month, months_between
from app.models import Post, archives
from app.web.current import as_reader
from app.web.pagination import Page, paginate

#: Asks which months there are, each with a number or None.
Ask = Callable[[ColumnElement[bool], list[Month]], Select[Any]]
Years = list[tuple[int, list[tuple[Month, int | None]]]]


@dataclass(frozen=True)
class Leaf:
    """One month of an archive: a page of its posts, and where the calendar goes on."""

    month: Month
    page: Page[Post]
    before: Month | None
    after: Month | None


def years_of(posts: Select[Post], ask: Ask) -> Years:
    """Return the years and months in which some of ``posts`` appeared, newest first.

    :param ask: what is asked of each month, of :mod:`app.models.archives`.
    """
    found = _condition(posts)
    first, last = db.session.execute(archives.span(found), as_reader()).one()
    if first is None or last is None:
        return []
    months = months_between(first, last, archives.MOST_MONTHS)
    rows = db.session.execute(ask(found, months), as_reader())
    known = {Month.of(begins): count for begins, count in rows if count != 0}
    shown = [(month, known[month]) for month in months if month in known]
    years = groupby(shown, key=lambda row: row[0].year)
    return [(year, list(rows)) for year, rows in years]


def leaf_of(posts: Select[Post], year: int, number: int) -> Leaf:
    """One month of ``posts``, or 404 where nothing appeared in it."""
    try:
        month = Month(year, number)
    except ValueError:
        abort(404)
    found = _condition(posts)
    page = paginate(archives.within(found, month), Post.published_at, Post.id)
    if not page and page.is_first:
        abort(404)
    asked = archives.beside(found, month)
    beside = db.session.execute(asked, as_reader()).one()
    before, after = (moment and Month.of(moment) for moment in beside)
    return Leaf(month, page, before, after)


def _condition(posts: Select[Post]) -> ColumnElement[bool]:
    condition = posts.whereclause
    assert condition is not None
    return condition
