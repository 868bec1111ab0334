"""What is offered to somebody who has begun to type a tag or a handle."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    false,
    func,
    literal,
    or_,
    select,
    union,
)
from sqlalchemy.orm import InstrumentedAttribute

from app.models import timelines
from app.models.findable import begins
from app.models.post import Post
from app.models.tag import Tag, Tagging
from app.models.user import User

OFFERED = 8
# However many begin so, and however often they are used, it costs the same.
LOOKED_AT = 40
COUNTED = 25


def tags(*beginnings: str) -> Select[Row[tuple[str, int]]]:
    """The label of tags that begin so, and how many posts everybody finds there.

    No more than ``COUNTED`` are counted. A tag that has none comes last.

    :param beginnings: as :func:`app.lib.tags.normalized` gives them; one is enough.
    """
    near = (
        select(Tag.id, Tag.label)
        .where(or_(false(), *(begins(Tag.name, text) for text in beginnings)))
        .order_by(Tag.name)
        .limit(LOOKED_AT)
        .subquery()
    )
    used = (
        select(literal(1))
        .select_from(Tagging)
        .join(Post, Post.id == Tagging.post_id)
        .where(Tagging.tag_id == near.c.id, timelines.is_listed())
        .limit(COUNTED)
        .correlate(near)
        .subquery()
    )
    uses = select(func.count()).select_from(used).scalar_subquery().label("uses")
    offered = select(near.c.label, uses).order_by(uses.desc(), near.c.label)
    return offered.limit(OFFERED)


def people(
    beginning: str, reader: User | None, *, only_indexable: bool = False
) -> Select[User]:
    """Whom ``reader`` finds and whose name begins so, the most followed first.

    :param beginning: as :func:`app.lib.plaintext.bare` gives it.
    :param only_indexable: of strangers, who wants to be found by searching.
    """
    near = union(_near(User.handle, beginning), _near(User.name_key, beginning))
    found = User.everybody(reader).where(User.id.in_(near))
    if only_indexable:
        found = found.where(_is_indexable_to(reader))
    return found.order_by(User.follower_count.desc(), User.handle).limit(OFFERED)


def _is_indexable_to(reader: User | None) -> ColumnElement[bool]:
    if reader is None:
        return User.is_indexable.expression
    return or_(User.is_indexable, User.id == reader.id, reader.follows(User.id))


def _near(column: InstrumentedAttribute[str], text: str) -> Select[int]:
    """The ids of some who are here, without looking at all of them."""
    near = select(User.id).where(begins(column, text), User.is_here())
    return select(near.order_by(column).limit(LOOKED_AT).subquery().c.id)
