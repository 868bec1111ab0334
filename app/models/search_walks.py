"""How the index is walked: from the newest entry on, and not to its end.

A walk stops when it has found enough, however many there are. Each is built once, since
building costs what asking does; what is asked for comes as ``match``, ``in_titles``,
``lower``, ``upper`` and, for a member, ``reader_id`` (app/models/whoever.py).
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    literal,
    or_,
    select,
    union_all,
)

from app.models import timelines
from app.models.bookmark import Bookmark
from app.models.post import Post
from app.models.search_index import PersonEntry, PostEntry, key_of
from app.models.search_match import asked_of, has
from app.models.user import User
from app.models.whoever import WHOEVER

#: So many of the newest are ranked: a word that half of all posts have costs what one
#: costs that a thousand have.
RANKED: Final = 500
#: So many of what somebody has saved are looked through.
SAVED_LATELY: Final = 2_000
#: So many of what somebody has published are, before all that everybody has.
BY_THEM_LATELY: Final = 1_000


@cache
def of_posts(
    dialect: str, *, is_member: bool, has_match: bool, in_titles: bool
) -> Select[Any]:
    """The entries of posts that somebody finds.

    :param in_titles: also those that have all words in their titles, however old.
    """
    reader = WHOEVER if is_member else None
    is_seen = _post_where(_is_found_by(reader))
    walks = [_walk(PostEntry, dialect, "match" if has_match else "", is_seen)]
    if in_titles:
        walks.append(_walk(PostEntry, dialect, "in_titles", is_seen))
    return _together(walks)


@cache
def of_authors(dialect: str, *, is_member: bool) -> Select[Any]:
    """The entries of what some authors have published lately, as ``author_ids``."""
    theirs = select(Post.id.label("post_id")).where(
        Post.author_id.in_(bindparam("author_ids", expanding=True)),
        Post.published_at.is_not(None),
        Post.deleted_at.is_(None),
        Post.withheld_at.is_(None),
    )
    lately = theirs.order_by(Post.published_at.desc(), Post.id.desc())
    is_seen = _post_where(_is_found_by(WHOEVER if is_member else None))
    return _through(lately.limit(BY_THEM_LATELY), dialect, True).where(is_seen)


@cache
def of_saved(dialect: str, *, has_match: bool) -> Select[Any]:
    """The entries of what a member has saved, and may still read."""
    lately = select(Bookmark.post_id).where(Bookmark.user_id == WHOEVER.id)
    newest = lately.order_by(Bookmark.created_at.desc()).limit(SAVED_LATELY)
    is_open = _post_where(_condition(Post.open_to(WHOEVER)))
    return _through(newest, dialect, has_match).where(is_open)


def of_drafts(dialect: str, author: User, *, has_match: bool) -> Select[Any]:
    """The entries of what a member has not published."""
    drafts = Post.unpublished_of(author).with_only_columns(Post.id.label("post_id"))
    return _through(drafts, dialect, has_match)


@cache
def of_people(dialect: str, *, is_member: bool) -> Select[Any]:
    """The entries of people whom somebody finds, and how many follow them."""
    reader = WHOEVER if is_member else None
    them = User.id == PersonEntry.user_id
    wants_it: Any = User.is_indexable
    if reader is not None:
        wants_it = or_(wants_it, User.id == reader.id, reader.follows(User.id))
    seen = select(literal(True)).where(
        them, _condition(User.everybody(reader)), wants_it
    )
    count = select(User.follower_count).where(them).scalar_subquery()
    walk = _walk(PersonEntry, dialect, "match", _each(seen))
    return walk.add_columns(count.label("followers"))


def _is_found_by(reader: Any) -> ColumnElement[bool]:
    """The condition of what ``reader`` finds: of others, what wants to be found.

    Of their own they find all, whomever it is for.
    """
    if reader is None:
        return _condition(timelines.indexable())
    wants_it = Post.author.has(User.is_indexable)
    others = and_(_condition(timelines.listed_for(reader)), wants_it)
    return or_(others, _condition(timelines.by(reader, reader)))


def _walk(
    entry: Any, dialect: str, match: str, is_seen: ColumnElement[bool]
) -> Select[Any]:
    """The newest entries that match and are seen, within the places asked for."""
    found, place = select(*_columns(entry)), entry.place
    if match:
        rows, matches, place = asked_of(entry, dialect, _asked(match, dialect))
        found = found.select_from(rows).where(matches)
    return (
        found.where(place >= _place("lower"), place <= _place("upper"), is_seen)
        .order_by(place.desc())
        .limit(RANKED)
    )


def _through(few: Select[Any], dialect: str, has_match: bool) -> Select[Any]:
    """Of a ``few`` posts those that match: each of them is looked at."""
    ids = few.subquery()
    found = select(*_columns(PostEntry)).join(ids, ids.c.post_id == PostEntry.post_id)
    if has_match:
        found = found.where(has(PostEntry, dialect, _asked("match", dialect)))
    place = PostEntry.place
    bounded = found.where(place >= _place("lower"), place <= _place("upper"))
    return bounded.order_by(place.desc()).limit(RANKED)


def _together(walks: list[Select[Any]]) -> Any:
    """All rows of a few walks; some are in more than one."""
    parts = (select(walk.subquery()) for walk in walks)
    return union_all(*parts) if len(walks) > 1 else walks[0]


def _columns(entry: Any) -> list[Any]:
    key = key_of(entry.__table__).label("key")
    return [key, entry.place, entry.title, entry.tags, entry.opening]


def _asked(name: str, dialect: str) -> Any:
    # PostgreSQL plans anew for each question: it knows which words are common.
    return bindparam(name, type_=String, literal_execute=dialect == "postgresql")


def _place(name: str) -> Any:
    return bindparam(name, type_=BigInteger)


def _post_where(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition of an entry whose post is one of these."""
    return _each(select(literal(True)).where(Post.id == PostEntry.post_id, condition))


def _each(found: Select[Any]) -> Any:
    """The condition that there is one, asked of each entry by itself.

    Of an EXISTS, PostgreSQL may look for all that it has first, and keep them at hand.
    """
    return found.scalar_subquery()


def _condition(found: Select[Any]) -> ColumnElement[bool]:
    condition = found.whereclause
    assert condition is not None
    return condition
