"""Which posts a screen shows, named after the screens. Pages cut and order them."""

from __future__ import annotations

from functools import cache

from sqlalchemy import CompoundSelect, Select, literal, select, union_all
from sqlalchemy.orm import joinedload, load_only

from app.models.post import Post
from app.models.user import User

_SHOWN = (
    Post.slug,
    Post.title,
    Post.summary,
    Post.teaser_html,
    Post.excerpt,
    Post.picture,
    Post.word_count,
    Post.published_at,
    Post.updated_at,
    Post.deleted_at,
)


@cache
def explore() -> Select[Post]:
    """What everybody has published."""
    return _listed(Post.published())


def home(reader: User) -> Select[Post]:
    """What ``reader`` and the people they follow have published."""
    authors: CompoundSelect[int] = union_all(
        reader.followed_ids(), select(literal(reader.id))
    )
    return _listed(Post.published().where(Post.author_id.in_(authors)))


def by(author: User) -> Select[Post]:
    """What ``author`` has published."""
    return _listed(Post.published().where(Post.author_id == author.id))


def drafts(author: User) -> Select[Post]:
    return _listed(Post.drafts_of(author))


def binned(author: User) -> Select[Post]:
    return _listed(Post.binned_by(author))


def _listed(posts: Select[Post]) -> Select[Post]:
    """Bring along what a list shows, and nothing of the whole texts."""
    return posts.options(
        load_only(*_SHOWN, raiseload=True),
        joinedload(Post.author, innerjoin=True).load_only(
            User.handle, User.name, raiseload=True
        ),
    )
