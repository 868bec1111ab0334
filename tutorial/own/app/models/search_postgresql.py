"""The same search on PostgreSQL: its own index of words instead of FTS5."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, not_

from app.extensions import db
from app.lib.search_query import Query, Term
from app.models.post import Post
from app.models.search_index import PostEntry

#: What a migration made the index of, letter by letter: else it is not used.
ALL = "to_tsvector('simple'::regconfig, post_entry.title || ' ' || post_entry.words)"
_ALL: ColumnElement[Any] = literal_column(ALL)
_TITLE = func.to_tsvector(literal_column("'simple'::regconfig"), PostEntry.title)


def is_here() -> bool:
    return db.engine.dialect.name == "postgresql"


def narrowed(posts: Select[Post], query: Query) -> Select[Post]:
    """Those of ``posts`` that have all words which are asked for, and none else."""
    wanted = [_has(_ALL, term) for term in query.words]
    wanted += [_has(_TITLE, term) for term in query.titles]
    wanted += [not_(_has(_ALL, term)) for term in query.without]
    mine = PostEntry.post_id == Post.id
    return posts.join(PostEntry, mine).where(and_(True, *wanted))


def rank(query: Query) -> ColumnElement[Any]:
    """How well a post fits; one word in its title is worth ten."""
    asked = func.to_tsquery("simple", " | ".join(_phrase(it) for it in query.terms))
    return func.ts_rank(_TITLE, asked) * 10 + func.ts_rank(_ALL, asked)


def _has(words: ColumnElement[Any], term: Term) -> ColumnElement[bool]:
    return words.bool_op("@@")(func.to_tsquery("simple", _phrase(term)))


def _phrase(term: Term) -> str:
    return " <-> ".join(term.words) + (":*" if term.is_beginning else "")
