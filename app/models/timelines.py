"""Which posts a screen shows, named after the screens. Pages cut and order them."""

from __future__ import annotations

from functools import cache

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    String,
    bindparam,
    literal_column,
    not_,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import contains_eager, joinedload, undefer

from app.models.columns import now
from app.models.feature import Feature
from app.models.pin import Pin
from app.models.post import Post
from app.models.series import Series, SeriesPart
from app.models.tag import Tag, Tagging
from app.models.user import User
from app.models.whoever import WHOEVER
from app.models.working_copy import WorkingCopy

# In words: about eight minutes. Said as in the index, or SQLite would not use it.
_LONG: ColumnElement[int] = literal_column("1600")
_IS_SAID = Post.language != literal_column("''", String)


@cache
def explore() -> Select[Post]:
    """What everybody has published. Built once: building costs what asking does."""
    return _listed(Post.published())


def indexable() -> Select[Post]:
    """What :func:`explore` has of those who may be found by searching."""
    return explore().where(Post.author.has(User.is_indexable))


def is_indexable() -> ColumnElement[bool]:
    """The condition of every post that :func:`indexable` has."""
    condition = indexable().whereclause
    assert condition is not None
    return condition


def everyone(reader: User | None) -> Select[Post]:
    """What is for everybody, but for whom and what ``reader`` has muted or blocked.

    For a member it is to be executed with a ``reader_id``.
    """
    return explore() if reader is None else _everyone()


@cache
def _everyone() -> Select[Post]:
    together = Post.author_id.not_in(WHOEVER.apart_ids())
    return _listed(heard(Post.published().where(together), WHOEVER))


def long_reads(reader: User | None) -> Select[Post]:
    """What :func:`everyone` has that takes a while to read."""
    return everyone(reader).where(Post.word_count >= _LONG)


def popular(reader: User | None) -> Select[Post]:
    """What :func:`everyone` has that somebody likes: page it by ``Post.warm_at``."""
    warm = everyone(reader).where(Post.warm_at.is_not(None))
    return warm.options(undefer(Post.warm_at))


def in_language(language: str, reader: User | None) -> Select[Post]:
    """What :func:`everyone` has in a language, as in "de"."""
    return everyone(reader).where(Post.language == language, _IS_SAID)


def in_any_language() -> Select[Post]:
    """What :func:`explore` has of which its author has said the language."""
    return explore().where(_IS_SAID)


def featured(reader: User | None) -> Select[Feature]:
    """What :func:`everyone` has of what was chosen to be shown first, as rows that
    know since when: page it by that."""
    shown = everyone(reader).whereclause
    assert shown is not None
    post = contains_eager(Feature.post).joinedload(Post.author, innerjoin=True)
    # It goes without saying; but said, it leads SQLite to begin with these few rows.
    some = Feature.created_at <= bindparam(None, callable_=now)
    return select(Feature).join(Feature.post).where(some, shown).options(post)


def is_listed() -> ColumnElement[bool]:
    """The condition of every post that everybody finds on lists."""
    condition = explore().whereclause
    assert condition is not None
    return condition


def heard(posts: Select[Post], reader: User) -> Select[Post]:
    """Leave out whom and what ``reader`` has muted; their own they always hear."""
    unheard = or_(
        Post.author_id.in_(reader.muted_ids()), reader.is_deaf_to(Post.filter_text)
    )
    return posts.where(or_(Post.author_id == reader.id, not_(unheard)))


def by(author: User, reader: User | None) -> Select[Post]:
    """What ``author`` has published: to themselves all, to others what is for them."""
    posts = Post.appeared() if reader == author else Post.listed_for(reader)
    return _listed(posts).where(Post.author_id == author.id)


def listed_for(reader: User | None) -> Select[Post]:
    """What lists of many authors may show to ``reader``, to be narrowed further."""
    if reader is None:
        return explore()
    return _listed(heard(Post.listed_for(reader), reader))


def tagged(tag: Tag, reader: User | None) -> Select[Post]:
    """What ``reader`` finds under ``tag``: page it by the moment of its rows."""
    return (
        listed_for(reader)
        .join(Tagging, Tagging.post_id == Post.id)
        .where(
            Tagging.tag_id == tag.id,
            Tagging.published_at <= bindparam(None, callable_=now),
        )
    )


def pinned(author: User, reader: User | None) -> Select[Post]:
    """What ``author`` shows first, the newest pin before the others."""
    pins = by(author, reader).join(Pin, Pin.post_id == Post.id)
    return pins.order_by(Pin.created_at.desc())


def not_pinned(author: User, reader: User | None) -> Select[Post]:
    """What ``author`` has published and does not show first."""
    pins = select(Pin.post_id).where(Pin.user_id == author.id)
    return by(author, reader).where(Post.id.not_in(pins))


def in_series(series: Series, author: User, reader: User | None) -> Select[Post]:
    """What ``reader`` finds in a series, in its order."""
    found = by(author, reader).where(SeriesPart.series_id == series.id)
    return _in_order(found)


def series_of(author: User, reader: User | None) -> Select[Series]:
    """The series of ``author`` in which ``reader`` finds something."""
    found = by(author, reader).join(SeriesPart, SeriesPart.post_id == Post.id)
    keys = found.with_only_columns(SeriesPart.series_id)
    return select(Series).where(Series.author_id == author.id, Series.id.in_(keys))


def beside(post: Post, reader: User | None) -> Select[Post, Series]:
    """What ``reader`` finds in the series of ``post``, each with that series."""
    its = select(SeriesPart.series_id).where(SeriesPart.post_id == post.id)
    found = by(post.author, reader).where(SeriesPart.series_id == its.scalar_subquery())
    whole = Series.id == SeriesPart.series_id
    return _in_order(found).join(Series, whole).add_columns(Series)


def all_in_series(series: Series) -> Select[Post]:
    """What its author finds in a series, drafts among it."""
    parts = _listed(select(Post)).where(Post.deleted_at.is_(None))
    return _in_order(parts.where(SeriesPart.series_id == series.id))


def drafts(author: User) -> Select[Post]:
    """What of ``author`` others do not have, in whole or in part.

    Drafts, what is to appear, what moderators have hidden, and what others have but
    for changes that they do not see; with the links that show them.
    """
    waiting = Post.unpublished_of(author).with_only_columns(Post.id)
    changed = select(WorkingCopy.post_id).where(WorkingCopy.user_id == author.id)
    is_hidden = Post.hidden_at.is_not(None)
    hidden = select(Post.id).where(Post.author_id == author.id, is_hidden)
    found: CompoundSelect[int] = union_all(waiting, changed, hidden)
    posts = select(Post).where(
        Post.id.in_(found),
        Post.deleted_at.is_(None),
        or_(Post.withheld_at.is_(None), is_hidden),
    )
    return _listed(posts).options(joinedload(Post.share))


def binned(author: User) -> Select[Post]:
    return _listed(Post.binned_by(author))


def _in_order(parts: Select[Post]) -> Select[Post]:
    """Posts of one series in their order."""
    joined = parts.join(SeriesPart, SeriesPart.post_id == Post.id)
    return joined.order_by(SeriesPart.place)


def _listed(posts: Select[Post]) -> Select[Post]:
    """Bring along the authors; whole texts stay where they are (see ``LongWords``)."""
    return posts.options(joinedload(Post.author, innerjoin=True))
