"""What somebody finds who looks for something."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Select, false, func, literal_column, select

from app.lib.search_query import Query, Term
from app.models import search_postgresql  #: 23
from app.models.post import Post
from app.models.search_index import FULL_TEXT
from app.models.user import User

#: So many of the best are shown.
MOST = 50
# How much a word counts in the title, and how much in the text.
_TITLE, _WORDS = 10, 1
_INDEX: ColumnElement[str] = literal_column(FULL_TEXT.name)


def posts(query: Query) -> Select[Post]:
    """Published posts that have all that ``query`` asks for; pages cut them."""
    found = Post.listed()
#: 23
    if search_postgresql.is_here():
        found = search_postgresql.narrowed(found, query)
        return found.where(*_around(query))
#:
    if query.terms:
        mine = FULL_TEXT.c.rowid == Post.id
        found = found.join(FULL_TEXT, mine).where(_has(*_written(query)))
    for term in query.without:
        theirs = select(FULL_TEXT.c.rowid).where(_has(_phrase(term)))
        found = found.where(Post.id.not_in(theirs))
    return found.where(*_around(query))


def best(query: Query) -> Select[Post]:
    """The same, the best first, and of what is as good the newest; at most ``MOST``."""
    found = posts(query)
#: 23
    if query.terms and search_postgresql.is_here():
        found = found.order_by(search_postgresql.rank(query).desc())
    elif query.terms:
#:
    if query.terms:  #: 18-22
        found = found.order_by(func.bm25(_INDEX, _TITLE, _WORDS))
    return found.order_by(Post.published_at.desc(), Post.id.desc()).limit(MOST)


def _has(*phrases: str) -> ColumnElement[bool]:
    return _INDEX.bool_op("MATCH")(" AND ".join(phrases))


def _written(query: Query) -> Iterable[str]:
    """What FTS5 is asked. No sign of its language can be in a word: see search_text."""
    yield from (_phrase(term) for term in query.words)
    yield from (f"title : {_phrase(term)}" for term in query.titles)


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.is_beginning else ""}'


def _around(query: Query) -> Iterable[ColumnElement[bool]]:
    """What is asked of a post beside its words."""
    # Nothing has a tag here, and nothing is saved.
    if query.is_empty or query.tags or query.scope:
        yield false()
    if query.authors:
        yield Post.author.has(User.handle.in_(query.authors))
    if query.not_authors:
        yield ~Post.author.has(User.handle.in_(query.not_authors))
    if query.after:
        yield Post.published_at >= query.after
    if query.before:
        yield Post.published_at < query.before
