"""The languages in which everybody finds something."""

from __future__ import annotations

from functools import cache

from sqlalchemy import ColumnElement, ScalarSelect, Select, literal, select
from sqlalchemy.orm import aliased

from app.models.post import Post
from app.models.timelines import in_any_language


@cache
def in_use() -> Select[str]:
    """Every language, as in "de", in which everybody finds something.

    Each leads to the next one in the index: it takes a step for each language, and as
    long with a million posts as with ten. Databases themselves would read all posts.
    """
    first = select(_after(literal("")).label("code")).cte("used", recursive=True)
    known = aliased(first, name="known")
    following = select(_after(known.c.code)).where(known.c.code.is_not(None))
    used = first.union_all(following)
    return select(used.c.code).where(used.c.code.is_not(None))


def _after(code: ColumnElement[str]) -> ScalarSelect[str]:
    """The next language after this one; NULL after the last."""
    further = in_any_language().where(Post.language > code)
    in_order = further.order_by(Post.language, Post.published_at, Post.id)
    return in_order.with_only_columns(Post.language).limit(1).scalar_subquery()
