"""Articles as programs list them: columns alone, in statements that are built once.

A note is no article. What is said with ``WHOEVER`` is executed with a ``reader_id``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    exists,
    false,
    func,
    or_,
    select,
    true,
)

from app.lib.slugs import is_random
from app.models.address import FormerSlug
from app.models.audience import UNLISTED
from app.models.follow import Follow
from app.models.former_tag import FormerTag
from app.models.handle import Handle
from app.models.like import Like
from app.models.post import Post
from app.models.tag import Tag, Tagging
from app.models.timeline_entry import TimelineEntry
from app.models.timelines import everyone, heard
from app.models.user import User
from app.models.whoever import WHOEVER

_POST = (
    *(Post.id, Post.slug, Post.title, Post.summary, Post.tag_line, Post.hashtags),
    *(Post.published_at, Post.created_at, Post.updated_at),
    *(Post.like_count, Post.author_id),
)
_AUTHOR = (User.handle, User.bio, User.image_url, User.avatar_name)
_NEWEST = Post.published_at.desc(), Post.id.desc()
_IS_ARTICLE = Post.title != ""
#: What a list may be narrowed to, each by what it is executed with.
FILTERS = ("tag", "author", "favorited")


@cache
def listed(is_member: bool, filters: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    """What lists show, newest first, to be executed with the values of ``filters`` and
    with ``limit`` and ``offset``."""
    found = _cut(_whole(is_member)).where(_finds(is_member, filters), _IS_ARTICLE)
    if "favorited" in filters:
        liked = Like.post_id == Post.id, Like.user_id == _person("favorited", is_member)
        found = found.where(exists().where(*liked))
    if "author" in filters:
        found = found.where(Post.author_id == _person("author", is_member))
    if "tag" not in filters:
        return found.order_by(*_NEWEST)
    # The index of a well-worn tag has its posts in their order.
    tagged = found.join(Tagging, Tagging.post_id == Post.id)
    newest = Tagging.published_at.desc(), Tagging.post_id.desc()
    return tagged.where(Tagging.tag_id == _tag()).order_by(*newest)


@cache
def fed() -> Select[*tuple[Any, ...]]:
    """What came to the reader from those whom they follow, in the same way."""
    came = TimelineEntry.reader_id == WHOEVER.id, WHOEVER.follows(Post.author_id)
    entries = _cut(_whole(True)).join(TimelineEntry, TimelineEntry.post_id == Post.id)
    newest = TimelineEntry.at.desc(), TimelineEntry.post_id.desc()
    for_them = _condition(heard(Post.listed_for(WHOEVER), WHOEVER))
    return entries.where(*came, for_them, _IS_ARTICLE).order_by(*newest)


@cache
def counted(is_member: bool, filters: tuple[str, ...]) -> Select[int]:
    """How many articles :func:`listed` has."""
    return _count(listed(is_member, filters))


@cache
def fed_counted() -> Select[int]:
    """How many articles :func:`fed` has."""
    return _count(fed())


@cache
def found_at(is_member: bool) -> Select[*tuple[Any, ...]]:
    """An article with its text, if the reader may read it; see :func:`at`."""
    open_ = _condition(Post.open_to(WHOEVER if is_member else None))
    slug: ColumnElement[str] = bindparam("slug")
    anywhere: ColumnElement[bool] = bindparam("anywhere", type_=Boolean)
    by_number = and_(anywhere, _opens_by_number(WHOEVER if is_member else None))
    there = Post.id == bindparam("key"), or_(by_number, _is_or_was_at(slug))
    whole = _whole(is_member).add_columns(Post.body, Post.version)
    return whole.where(*there, open_, _IS_ARTICLE)


def at(slug: str, key: int) -> dict[str, object]:
    """What :func:`found_at` is executed with; a random slug is that of a draft."""
    return {"slug": slug, "key": key, "anywhere": is_random(slug)}


@cache
def tag_lines() -> Select[str, str]:
    """The tags of the newest articles that have any, as they are written in each."""
    listed = Post.published().with_only_columns(Post.tag_line, Post.hashtags)
    some = or_(Post.tag_line != "", Post.hashtags != "")
    return listed.where(_IS_ARTICLE, some).order_by(*_NEWEST).limit(2_000)


def is_at(slug: str, key: int, reader: User | None) -> ColumnElement[bool]:
    """The condition of the post with this number, if it is or was at ``slug``.

    A random one is that of a draft, which had no other yet.
    """
    there = _is_or_was_at(slug)
    if is_random(slug):
        there = or_(_opens_by_number(reader), there)
    return and_(Post.id == key, there)


def _opens_by_number(reader: Any) -> ColumnElement[bool]:
    """The condition of what is no secret: anybody can count to a number.

    What is unlisted opens for whoever has its address, and for who wrote it.
    """
    is_listed = Post.visibility != UNLISTED
    return or_(is_listed, Post.author_id == reader.id) if reader else is_listed


def _is_or_was_at(slug: Any) -> ColumnElement[bool]:
    former = FormerSlug.post_id == Post.id, FormerSlug.slug == slug
    return or_(Post.slug == slug, exists().where(*former))


def _whole(is_member: bool) -> Select[*tuple[Any, ...]]:
    """Articles with their authors, and what the reader has done with both."""
    marks = _marks() if is_member else (false(), false())
    names = ("favorited", "following")
    labelled = (mark.label(name) for mark, name in zip(marks, names, strict=True))
    whole = select(*_POST, *_AUTHOR, *labelled)
    return whole.join(User, User.id == Post.author_id)


def _cut(found: Select[Any]) -> Select[Any]:
    """A page of it. What is built anew for each costs as much as asking."""
    return found.limit(bindparam("limit")).offset(bindparam("offset"))


def _marks() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    liked = Like.user_id == WHOEVER.id, Like.post_id == Post.id
    followed = Follow.follower_id == WHOEVER.id, Follow.followed_id == Post.author_id
    return exists().where(*liked), exists().where(*followed)


def _finds(is_member: bool, filters: tuple[str, ...]) -> ColumnElement[bool]:
    """What the reader finds on lists, as on those of the site.

    Of everybody what is public; under a tag also what is for followers; of one author
    also who is muted otherwise.
    """
    if not is_member:
        return _condition(Post.published())
    if not filters:
        return _condition(everyone(WHOEVER))
    if "author" in filters:
        return _condition(Post.listed_for(WHOEVER))
    return _condition(heard(Post.listed_for(WHOEVER), WHOEVER))


def _condition(posts: Select[Post]) -> ColumnElement[bool]:
    condition = posts.whereclause
    assert condition is not None
    return condition


def _person(name: str, is_member: bool) -> ScalarSelect[int]:
    """Who goes by this handle, or did, of those whom the reader finds."""
    them = select(Handle.user_id).join(User, User.id == Handle.user_id)
    together = User.id.not_in(WHOEVER.apart_ids()) if is_member else true()
    called = Handle.handle == bindparam(name)
    return them.where(called, User.is_here(), together).scalar_subquery()


def _tag() -> ScalarSelect[int]:
    """The tag of this name, or what it is called by now."""
    named = select(Tag.id).where(Tag.name == bindparam("tag")).scalar_subquery()
    former = select(FormerTag.tag_id).where(FormerTag.name == bindparam("tag"))
    return select(func.coalesce(named, former.scalar_subquery())).scalar_subquery()


def _count(found: Select[*tuple[Any, ...]]) -> Select[int]:
    bare = found.with_only_columns(func.count(), maintain_column_froms=True)
    return bare.order_by(None).limit(None).offset(None)
