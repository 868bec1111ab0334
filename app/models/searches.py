"""What somebody finds who looks for something. Named after what a page shows.

``posts(query, reader)`` is a select of posts, newest first, for whoever lists or feeds
them; ``query`` is what :func:`app.lib.search_query.parsed` gives, and a ``reader`` of
None a visitor. ``best_posts`` and ``best_people`` are in the order of a search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, false, select
from sqlalchemy.orm import joinedload, undefer
from sqlalchemy.sql.base import ExecutableOption

from app.extensions import db
from app.lib.places import NOWHERE, moment_of, place_at
from app.lib.search_query import SAVED, Query
from app.lib.search_rank import Fields, points, score
from app.lib.tags import normalized
from app.models import search_walks, suggestions
from app.models.columns import now
from app.models.post import Post
from app.models.search_index import ANY, by, under
from app.models.search_match import Match
from app.models.tag_aliases import all_names
from app.models.user import User

#: Where fewer are found, what begins as the last word does is looked for too.
FEW = 20
_LAST_OF_A_SECOND, _END = 2**30 - 1, 2**63 - 1


@dataclass(frozen=True)
class Hit:
    """One of what was found, and how far up it stands."""

    key: int
    score: int


def posts(query: Query, reader: User | None) -> Select[Post]:
    """What ``reader`` finds, the newest first, and no more than ``RANKED``."""
    newest = select(Post).options(joinedload(Post.author, innerjoin=True))
    if query.is_empty or (query.scope and reader is None):
        return newest.where(false())
    match = _match(query, reader, _authors(query, reader))
    found = _walk(query, match, reader).subquery("found")
    of_them = newest.join(found, found.c.key == Post.id)
    said = _said(query, match, reader)
    return of_them.order_by(found.c.place.desc()).params(**said)


def best_posts(
    query: Query, reader: User | None, *, by_time: bool = False
) -> list[Hit]:
    """What ``reader`` finds, the best first; where it is little, also what is near.

    :param by_time: the newest first instead.
    """
    return _widened(query, lambda asked: _posts(asked, reader, by_time))


def best_people(query: Query, reader: User | None) -> list[Hit]:
    """Whom ``reader`` finds, the best first, and of the same those most followed."""
    return _widened(query, lambda asked: _people(asked, reader))


def tags(query: Query) -> Select[Row[tuple[str, int]]]:
    """Tags that begin as ``query`` does, or as one of its words: see suggestions."""
    beginnings = [normalized(query.text), *query.tags]
    beginnings += [normalized(" ".join(term.words)) for term in query.words]
    return suggestions.tags(*filter(None, beginnings))


def posts_of(
    hits: Iterable[Hit], *shown: ExecutableOption, with_text: bool = True
) -> list[Post]:
    """The posts that were found, in their order, with what an excerpt is made of.

    :param shown: options that bring along more of each.
    """
    keys = [hit.key for hit in hits]
    found = select(Post).where(Post.id.in_(keys))
    found = found.options(joinedload(Post.author, innerjoin=True), *shown)
    text = undefer(Post.body_html)
    return _in_order(keys, found.options(text) if with_text else found)


def people_of(hits: Iterable[Hit], *shown: ExecutableOption) -> list[User]:
    """The people who were found, in their order."""
    keys = [hit.key for hit in hits]
    return _in_order(keys, select(User).where(User.id.in_(keys)).options(*shown))


def _in_order(keys: Sequence[int], found: Select[Any]) -> list[Any]:
    rows = {row.id: row for row in db.session.scalars(found)} if keys else {}
    return [rows[key] for key in keys if key in rows]


def _widened(query: Query, find: Callable[[Query], list[Hit]]) -> list[Hit]:
    hits = find(query)
    wider = query.widened() if len(hits) < FEW else None
    return find(wider) if wider else hits


def _posts(query: Query, reader: User | None, by_time: bool) -> list[Hit]:
    if query.is_empty or (query.scope and reader is None):
        return []

    def hit(row: Row[Any]) -> Hit:
        seconds = moment_of(row.place)
        return Hit(row.key, seconds if by_time else _score(query, row, seconds))

    return _best(map(hit, _rows(query, reader)))


def _rows(query: Query, reader: User | None) -> Sequence[Row[Any]]:
    """The entries that are found: of authors, what they wrote lately comes first.

    Of a common word, all that everybody wrote would be walked to find what they did.
    """
    authors = _authors(query, reader)
    match = _match(query, reader, authors)
    said = _said(query, match, reader)
    if authors and not query.scope:
        lately = search_walks.of_authors(_dialect(), is_member=reader is not None)
        rows = db.session.execute(lately, said | {"author_ids": authors}).all()
        if len(rows) >= FEW:
            return rows
    walk = _walk(query, match, reader, in_titles=bool(query.words))
    return db.session.execute(walk, said).all()


def _people(query: Query, reader: User | None) -> list[Hit]:
    match = Match(query.terms, (), query.without)
    if not match:
        return []
    walk = search_walks.of_people(_dialect(), is_member=reader is not None)
    rows = db.session.execute(walk, _said(query, match, reader))
    return _best(
        Hit(row.key, 1_000 * points(query, _fields(row)) + min(row.followers, 999))
        for row in rows
    )


def _best(hits: Iterable[Hit]) -> list[Hit]:
    each = {hit.key: hit for hit in hits}
    return sorted(each.values(), key=lambda hit: (hit.score, hit.key), reverse=True)


def _score(query: Query, row: Row[Any], seconds: int) -> int:
    return score(query, _fields(row), seconds)


def _fields(row: Row[Any]) -> Fields:
    return Fields(row.title, row.tags, row.opening)


def _walk(
    query: Query, match: Match, reader: User | None, *, in_titles: bool = False
) -> Any:
    dialect, has_match = _dialect(), bool(match)
    if query.scope == SAVED:
        return search_walks.of_saved(dialect, has_match=has_match)
    if query.scope and reader is not None:
        return search_walks.of_drafts(dialect, reader, has_match=has_match)
    return search_walks.of_posts(
        dialect,
        is_member=reader is not None,
        has_match=has_match,
        in_titles=in_titles,
    )


def _match(query: Query, reader: User | None, authors: Sequence[int]) -> Match:
    names = all_names((*query.tags, *query.not_tags))
    marks = [[*map(under, names[tag])] for tag in query.tags]
    if query.authors:
        # Nobody has this number: who is not here has written nothing.
        marks.append([*map(by, authors)] or [by(0)])
    unwanted = [under(name) for tag in query.not_tags for name in names[tag]]
    if query.not_authors:
        unwanted += map(by, _ids(query.not_authors, reader))
    if not (marks or query.terms) and (unwanted or query.without):
        marks = [[ANY]]
    return Match(query.words, query.titles, query.without, marks, unwanted)


def _authors(query: Query, reader: User | None) -> list[int]:
    return _ids(query.authors, reader) if query.authors else []


def _ids(handles: Sequence[str], reader: User | None) -> list[int]:
    found = db.session.scalars(select(User.id).where(User.handle.in_(handles)))
    mine = [reader.id] if reader is not None and "me" in handles else []
    return [*mine, *found]


def _said(query: Query, match: Match, reader: User | None) -> dict[str, Any]:
    """What a walk is executed with."""
    latest = _END if query.scope else place_at(now(), _LAST_OF_A_SECOND)
    said: dict[str, Any] = {
        "lower": place_at(query.after) if query.after else NOWHERE,
        "upper": place_at(query.before) - 1 if query.before else latest,
    }
    if match:
        said["match"] = match.written(_dialect())
    if in_titles := match.in_titles():
        said["in_titles"] = in_titles.written(_dialect())
    return said | ({"reader_id": reader.id} if reader is not None else {})


def _dialect() -> str:
    return db.session.get_bind().dialect.name
