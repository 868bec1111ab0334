"""Which tags a screen shows. Only what everybody finds is counted, and never all of it.

Nothing is stored: who finds a post changes for many reasons, and a counter of each tag
would be a row for which all writers wait. docs/decisions/0030 says what it costs.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Select,
    Subquery,
    bindparam,
    func,
    literal,
    select,
)

from app.models import timelines
from app.models.post import Post
from app.models.tag import Tag, Tagging

#: So many of the newest posts say which tags are in use.
LATELY = 2_000
#: So many tags are on a page.
SHOWN = 100
#: So many of the newest posts under a tag say what stands together with it.
LOOKED_AT, RELATED = 200, 8


@cache
def used_lately() -> Select[str, str, int]:
    """Name and label of the tags of the newest posts, and how many have each."""
    newest = select(Post.id).where(timelines.is_listed())
    newest = newest.order_by(Post.published_at.desc(), Post.id.desc()).limit(LATELY)
    return _counted(newest.subquery()).limit(SHOWN)


def by_name(after: str) -> Select[str, str]:
    """Name and label of all tags under which everybody finds something.

    One more than a page shows, behind the tag that is called ``after``.
    """
    some = (
        select(literal(1))
        .select_from(Tagging)
        .join(Post, Post.id == Tagging.post_id)
        .where(Tagging.tag_id == Tag.id, timelines.is_listed())
        .limit(1)
        .correlate(Tag)
        .scalar_subquery()
    )
    found = select(Tag.name, Tag.label).where(Tag.name > after, some.is_not(None))
    return found.order_by(Tag.name).limit(SHOWN + 1)


def together_with(tag: Tag) -> tuple[Select[str, str, int], dict[str, int]]:
    """What stands together with ``tag``, as :func:`used_lately`; and its parameters."""
    return _together(), {"tag_id": tag.id}


@cache
def _together() -> Select[str, str, int]:
    here: Any = bindparam("tag_id", type_=BigInteger)
    newest = (
        select(Tagging.post_id.label("id"))
        .join(Post, Post.id == Tagging.post_id)
        .where(Tagging.tag_id == here, timelines.is_listed())
        .order_by(Tagging.published_at.desc(), Tagging.post_id.desc())
        .limit(LOOKED_AT)
    )
    return _counted(newest.subquery()).where(Tag.id != here).limit(RELATED)


def _counted(posts: Subquery) -> Select[str, str, int]:
    """The tags of ``posts``, and how many of them have each."""
    uses = func.count().label("uses")
    counted = select(Tag.name, Tag.label, uses).join(Tagging, Tagging.tag_id == Tag.id)
    counted = counted.join(posts, posts.c.id == Tagging.post_id)
    return counted.group_by(Tag.id).order_by(uses.desc(), Tag.name)
