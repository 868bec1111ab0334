"""What search engines are told of: pages, each with the moment of its last change.

A part of such a list is a range of keys: it stays the same part, whatever is written
and deleted. A moment is empty where a page has nothing to show.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from app.models.page import Page
from app.models.post import Post
from app.models.series import Series, SeriesPart
from app.models.tag import Tag, Tagging
from app.models.timelines import is_indexable
from app.models.user import User

#: How many pages a part has at most (https://www.sitemaps.org/protocol.html).
PART: Final = 50_000

_IS_EDITED = Post.edited_at > Post.published_at
_CHANGED = case((_IS_EDITED, Post.edited_at), else_=Post.published_at)
_PERSON = literal("/@") + User.handle


def _posts() -> Select[Any]:
    """What has its home here; what was published elsewhere before is found there."""
    path = _PERSON + literal("/") + Post.slug
    found = _pages(Post.id, path, _CHANGED).join(Post.author)
    return found.where(is_indexable(), Post.canonical == "")


def _people() -> Select[Any]:
    """Who has published something, and when they last did."""
    theirs = select(Post.published_at).where(Post.author_id == User.id, is_indexable())
    newest = theirs.order_by(Post.published_at.desc(), Post.id.desc()).limit(1)
    found = _pages(User.id, _PERSON, newest.scalar_subquery())
    return found.where(User.post_count > 0, User.is_indexable)


def _tags() -> Select[Any]:
    """Words under which something is found, and when the newest of it appeared."""
    under = select(Tagging.published_at).join(Post, Post.id == Tagging.post_id)
    under = under.where(Tagging.tag_id == Tag.id, is_indexable())
    newest = under.order_by(Tagging.published_at.desc(), Tagging.post_id.desc())
    path = literal("/tags/") + Tag.name
    return _pages(Tag.id, path, newest.limit(1).scalar_subquery())


def _series() -> Select[Any]:
    """Series of which there is something to read, and when it last changed."""
    parts = select(func.max(_CHANGED)).join(SeriesPart, SeriesPart.post_id == Post.id)
    newest = parts.where(SeriesPart.series_id == Series.id, is_indexable())
    path = _PERSON + literal("/series/") + Series.slug
    found = _pages(Series.id, path, newest.scalar_subquery())
    return found.join(User, User.id == Series.author_id)


def _of_the_site() -> Select[Any]:
    """What the site says of itself."""
    path = literal("/pages/") + Page.slug
    return _pages(Page.id, path, Page.changed_at).where(Page.is_out())


#: Every list, by its name in the address. Whoever brings another kind of page adds it.
LISTS: Final = {
    "posts": _posts,
    "people": _people,
    "tags": _tags,
    "series": _series,
    "pages": _of_the_site,
}


def parts_of(name: str) -> Select[int, Any]:
    """The numbers of the parts that have something, each with its newest change."""
    if name == "posts":
        return _parts_of_posts()
    pages = LISTS[name]().subquery()
    changes = select(_number(pages.c.key), pages.c.changed.label("changed"))
    return _newest_of(changes.where(pages.c.changed.is_not(None)))


def _parts_of_posts() -> Select[int, Any]:
    """The same of a million rows: each is asked for nothing but itself.

    Who of the authors is to be found is asked of each part, up to the first of them.
    """
    public = Post.made_public().with_only_columns(
        _number(Post.id), _CHANGED.label("changed")
    )
    parts = _newest_of(public).subquery()
    first = (parts.c.number - 1) * PART
    its = select(Post.id).where(Post.id > first, Post.id <= first + PART)
    some = its.where(is_indexable(), Post.canonical == "").exists()
    return select(parts.c.number, parts.c.changed).where(some).order_by(parts.c.number)


def _newest_of(changes: Any) -> Select[int, Any]:
    """The number of each part and its newest change, of ``changes`` in its pages."""
    rows = changes.subquery()
    found = select(rows.c.number, func.max(rows.c.changed).label("changed"))
    return found.group_by(rows.c.number).order_by(rows.c.number)


def _number(key: ColumnElement[int] | InstrumentedAttribute[int]) -> Any:
    return ((key - 1) // PART + 1).label("number")


def pages_of(name: str, number: int) -> Select[str, Any]:
    """The pages of one part, each with its newest change."""
    pages = LISTS[name]()
    key = pages.selected_columns["key"]
    first = (number - 1) * PART
    some = pages.where(key > first, key <= first + PART).order_by(key).subquery()
    found = select(some.c.path, some.c.changed)
    return found.where(some.c.changed.is_not(None))


def _pages(
    key: InstrumentedAttribute[int],
    path: ColumnElement[str],
    changed: ColumnElement[Any] | InstrumentedAttribute[Any],
) -> Select[Any]:
    return select(key.label("key"), path.label("path"), changed.label("changed"))
