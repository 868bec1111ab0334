"""What stands around a post: what its author wrote before and after, what is like it.

Both are built once and asked for each post: a page has no time to build them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    and_,
    bindparam,
    func,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import joinedload, load_only

from app.models.columns import UTCDateTime, now
from app.models.post import Post
from app.models.tag import Tagging
from app.models.timelines import everyone, explore
from app.models.user import User
from app.models.whoever import WHOEVER

#: The newest of its author: enough where some of them stand elsewhere on the page.
NEWEST = 9
#: How many are offered that have its tags, and how many of each tag are looked at.
OFFERED, LOOKED_AT = 6, 100

_POST = bindparam("post_id", type_=BigInteger)
_AUTHOR = bindparam("author_id", type_=BigInteger)
_AT = bindparam("at", type_=UTCDateTime)
_LIGHT = load_only(
    Post.author_id,
    Post.slug,
    Post.title,
    Post.summary,
    Post.excerpt,
    Post.language,
    Post.picture,
    Post.cover_src,
    Post.word_count,
    Post.published_at,
)


def place_of(post: Post) -> dict[str, Any]:
    """What both selects are executed with, beside a ``reader_id``."""
    return {"post_id": post.id, "author_id": post.author_id, "at": post.published_at}


def near(post: Post, reader: User | None) -> Select[Post]:
    """What ``reader`` finds of its author: one before, one after, and the newest."""
    if reader is None:
        return _near("visitor")
    return _near("author" if reader.id == post.author_id else "member")


def alike(post: Post, reader: User | None) -> Select[Post]:
    """What ``reader`` finds that shares its tags: the most first, then the newest."""
    return _alike(len(post.tags), reader is not None)


@cache
def _near(who: str) -> Select[Post]:
    found: dict[str, Any] = {
        "visitor": Post.published,
        "member": lambda: Post.listed_for(WHOEVER),
        "author": Post.appeared,
    }
    place, here = tuple_(Post.published_at, Post.id), tuple_(_AT, _POST)
    newest_first = Post.published_at.desc(), Post.id.desc()
    theirs = and_(Post.author_id == _AUTHOR, _condition(found[who]()))
    ids = select(Post.id)
    # The place comes first: of two bounds SQLite seeks the one that it reads first.
    some = (
        ids.where(place < here, theirs).order_by(*newest_first).limit(1),
        ids.where(place > here, theirs).order_by(Post.published_at, Post.id).limit(1),
        ids.where(theirs).order_by(*newest_first).limit(NEWEST),
    )
    around: Any = union_all(*(part.subquery().select() for part in some))
    posts = select(Post).where(Post.id.in_(around), Post.id != _POST)
    return posts.order_by(*newest_first).options(_LIGHT)


@cache
def _alike(tags: int, is_member: bool) -> Select[Post]:
    looked_at: Any = union_all(*(_newest_under(number) for number in range(tags)))
    shared = looked_at.subquery()
    together = func.count().label("together")
    ranked = (
        select(shared.c.post_id, together)
        .where(shared.c.post_id != _POST)
        .group_by(shared.c.post_id)
        .subquery()
    )
    posts = everyone(WHOEVER) if is_member else explore()
    posts = posts.join(ranked, ranked.c.post_id == Post.id)
    order = ranked.c.together.desc(), Post.published_at.desc(), Post.id.desc()
    whose = joinedload(Post.author, innerjoin=True)
    return posts.order_by(*order).limit(OFFERED).options(_LIGHT, whose)


def _condition(posts: Select[Post]) -> ColumnElement[bool]:
    condition = posts.whereclause
    assert condition is not None
    return condition


def _newest_under(number: int) -> Select[int]:
    """The newest posts under the tag with this number among those of the post."""
    its = select(Tagging.tag_id).where(Tagging.post_id == _POST)
    tag = its.order_by(Tagging.tag_id).limit(1).offset(number).scalar_subquery()
    newest = (
        select(Tagging.post_id)
        .where(
            Tagging.tag_id == tag,
            Tagging.published_at <= bindparam(None, callable_=now),
        )
        .order_by(Tagging.published_at.desc(), Tagging.post_id.desc())
        .limit(LOOKED_AT)
    )
    return newest.subquery().select()
