"""What of some posts was published in which month, asked without reading them all.

A month is probed in the index of lists: a site with a million posts costs as many looks
as it has months. ``found`` is the condition of what a reader finds. It comes after what
is said of the time: of two bounds SQLite seeks the first, and would walk from today.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    and_,
    column,
    func,
    literal,
    select,
    values,
)
from sqlalchemy.orm import joinedload

from app.lib.months import Month
from app.models.columns import UTCDateTime
from app.models.post import Post

#: How many months an archive goes back: a hundred years.
MOST_MONTHS = 1_200


def within(found: ColumnElement[bool], month: Month) -> Select[Post]:
    """What appeared in ``month``, with its authors."""
    at = Post.published_at
    posts = select(Post).where(at < month.ends, at >= month.begins, found)
    return posts.options(joinedload(Post.author, innerjoin=True))


def span(found: ColumnElement[bool]) -> Select[datetime | None, datetime | None]:
    """When the first and the last of them appeared; empty where there is none."""
    return select(_first(found), _last(found))


def beside(
    found: ColumnElement[bool], month: Month
) -> Select[datetime | None, datetime | None]:
    """When the last before ``month`` appeared, and the first after it."""
    before = and_(Post.published_at < month.begins, found)
    return select(_last(before), _first(and_(Post.published_at >= month.ends, found)))


def filled(
    found: ColumnElement[bool], months: Iterable[Month]
) -> Select[datetime, None]:
    """The beginnings of those of ``months`` in which something appeared."""
    calendar = _calendar(months)
    some = select(literal(1)).where(*_is_in(calendar), found).limit(1)
    is_filled = some.correlate(calendar).scalar_subquery().is_not(None)
    return select(calendar.c.begins, literal(None)).where(is_filled)


def counted(
    found: ColumnElement[bool], months: Iterable[Month]
) -> Select[datetime, int]:
    """The beginning of each of ``months``, and how many appeared in it."""
    calendar = _calendar(months)
    many = select(func.count()).select_from(Post).where(*_is_in(calendar), found)
    return select(calendar.c.begins, many.correlate(calendar).scalar_subquery())


def _calendar(months: Iterable[Month]) -> CTE:
    columns = (column("begins", UTCDateTime), column("ends", UTCDateTime))
    rows = [(month.begins, month.ends) for month in months]
    return values(*columns, name="calendar").data(rows).cte()


def _is_in(calendar: CTE) -> tuple[ColumnElement[bool], ...]:
    at = Post.published_at
    return at < calendar.c.ends, at >= calendar.c.begins


def _first(found: ColumnElement[bool]) -> ColumnElement[datetime | None]:
    moments = select(Post.published_at).where(found)
    return moments.order_by(Post.published_at).limit(1).scalar_subquery()


def _last(found: ColumnElement[bool]) -> ColumnElement[datetime | None]:
    moments = select(Post.published_at).where(found)
    return moments.order_by(Post.published_at.desc()).limit(1).scalar_subquery()
