"""Which posts a screen shows, named after the screens. Pages cut and order them."""

from __future__ import annotations

from functools import cache

from sqlalchemy import CompoundSelect, Select, literal, select, union_all
from sqlalchemy.orm import joinedload

from app.models.post import Post
from app.models.user import User


@cache
def explore() -> Select[Post]:
    """What everybody has published. Built once: building costs what asking does."""
    return _listed(Post.published())


def home(reader: User) -> Select[Post]:
    """What ``reader`` and the people they follow have published."""
    authors: CompoundSelect[int] = union_all(
        reader.followed_ids(), select(literal(reader.id))
    )
    return explore().where(Post.author_id.in_(authors))


def by(author: User) -> Select[Post]:
    """What ``author`` has published."""
    return explore().where(Post.author_id == author.id)


def drafts(author: User) -> Select[Post]:
    return _listed(Post.drafts_of(author))


def binned(author: User) -> Select[Post]:
    return _listed(Post.binned_by(author))


def _listed(posts: Select[Post]) -> Select[Post]:
    """Bring along the authors; whole texts stay where they are (see ``LongWords``)."""
    return posts.options(joinedload(Post.author, innerjoin=True))
