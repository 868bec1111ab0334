"""How posts come to stand on the homes of those who follow, and how they leave them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Select,
    and_,
    delete,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
    update,
)

from app.extensions import db
from app.models.audience import LISTED, PUBLIC
from app.models.follow import Follow
from app.models.post import Post
from app.models.repost import Repost
from app.models.rows import add_selected
from app.models.tag import Tag, Tagging
from app.models.tag_follow import TagFollow
from app.models.timeline_entry import TimelineEntry
from app.models.user import User

#: So many rows are written while somebody waits; for more the worker is asked.
AT_ONCE = 100
#: How many of a person's posts come with them when they are followed.
BROUGHT_ALONG = 100
#: How far back a home goes.
KEPT = 800

_COLUMNS = ("reader_id", "post_id", "at", "repost_id", "tag_id")


def spread(post: Post) -> None:
    """Bring ``post`` to everybody it is for, once: followers before anybody else."""
    _bring(_to_followers(Post.id == post.id))
    keep_own(post)
    if post.visibility == PUBLIC:
        _bring(_by_reposts(Repost.post_id == post.id))
        _bring(_by_tags(Post.id == post.id))


def keep_own(post: Post) -> None:
    """Bring ``post`` to its author alone, whoever else is to have it."""
    _bring(_to_author(Post.id == post.id))


def spread_repost(repost: Repost) -> None:
    """Bring what somebody passed on to their followers who do not have it yet."""
    _bring(_by_reposts(Repost.id == repost.id))


def has_many_readers(post: Post) -> bool:
    """Whether bringing it to all would take longer than somebody should wait."""
    followers = select(literal(1)).where(Follow.followed_id == post.author_id)
    tagged = select(Tagging.tag_id).where(Tagging.post_id == post.id)
    others = select(literal(1)).where(TagFollow.tag_id.in_(tagged))
    passed = select(literal(1)).select_from(Follow)
    passed = passed.join(Repost, Repost.user_id == Follow.followed_id)
    passed = passed.where(Repost.post_id == post.id)
    everybody = union_all(followers, others, passed)
    return _is_many(everybody.limit(AT_ONCE + 1).subquery())


def welcome(reader: User, person: User) -> None:
    """Bring along what somebody wrote and passed on before ``reader`` followed them."""
    mine = update(TimelineEntry).where(TimelineEntry.reader_id == reader.id)
    # What others or a tag had brought is there because of its author from now on.
    direct = mine.where(_is_written_by(person)).values(repost_id=None, tag_id=None)
    db.session.execute(direct, execution_options={"synchronize_session": False})
    newest = _newest(select(Post.id).where(Post.author_id == person.id, *_is_listed()))
    to_them = Follow.follower_id == reader.id
    _bring(_to_followers(and_(Post.id.in_(newest), to_them)))
    passed = select(Repost.id).where(Repost.user_id == person.id)
    passed = passed.order_by(Repost.created_at.desc()).limit(BROUGHT_ALONG)
    _bring(_by_reposts(and_(Repost.id.in_(passed.subquery().select()), to_them)))


def welcome_tag(reader: User, tag: Tag) -> None:
    """Bring along the newest posts under ``tag``."""
    _bring_newest_under(tag, TagFollow.user_id == reader.id)


def spread_tag(tag: Tag) -> None:
    """Bring the newest posts under ``tag`` to all who follow it and miss some."""
    _bring_newest_under(tag, true())


def has_many_followers(tag: Tag) -> bool:
    """Whether bringing its posts to all would take longer than one should wait."""
    followers = select(literal(1)).where(TagFollow.tag_id == tag.id)
    return _is_many(followers.limit(AT_ONCE + 1).subquery())


def _bring_newest_under(tag: Tag, whom: ColumnElement[bool]) -> None:
    under = select(Tagging.post_id).where(Tagging.tag_id == tag.id)
    under = under.where(Tagging.published_at.is_not(None))
    newest = under.order_by(Tagging.published_at.desc()).limit(BROUGHT_ALONG)
    theirs = and_(whom, TagFollow.tag_id == tag.id)
    _bring(_by_tags(and_(Post.id.in_(newest.subquery().select()), theirs)))


def part_from(reader: User, person: User) -> None:
    """Take away what stands there because of ``person``, unless another brought it."""
    passed = select(literal(1)).where(
        Repost.id == TimelineEntry.repost_id, Repost.user_id == person.id
    )
    direct = and_(TimelineEntry.repost_id.is_(None), TimelineEntry.tag_id.is_(None))
    _take_away(reader, or_(and_(direct, _is_written_by(person)), passed.exists()))


def part_from_tag(reader: User, tag: Tag) -> None:
    """Take away what only ``tag`` has brought."""
    _take_away(reader, TimelineEntry.tag_id == tag.id)


def removal(readers: Iterable[int]) -> Delete:
    """The statement that takes away what is further back than a home goes."""
    place = func.row_number().over(
        partition_by=TimelineEntry.reader_id,
        order_by=(TimelineEntry.at.desc(), TimelineEntry.post_id.desc()),
    )
    placed = select(
        TimelineEntry.reader_id, TimelineEntry.post_id, place.label("place")
    ).where(TimelineEntry.reader_id.in_(readers))
    far = placed.subquery()
    old = select(literal(1)).where(
        far.c.place > KEPT,
        far.c.reader_id == TimelineEntry.reader_id,
        far.c.post_id == TimelineEntry.post_id,
    )
    return delete(TimelineEntry).where(
        TimelineEntry.reader_id.in_(readers), old.exists()
    )


def _is_written_by(person: User) -> ColumnElement[bool]:
    """Asked of the few rows of one home, however much somebody has written."""
    wrote = Post.id == TimelineEntry.post_id, Post.author_id == person.id
    return select(literal(1)).where(*wrote).exists()


def _take_away(reader: User, which: ColumnElement[bool]) -> None:
    mine = delete(TimelineEntry).where(TimelineEntry.reader_id == reader.id, which)
    gone = db.session.scalars(mine.returning(TimelineEntry.post_id)).all()
    if gone:
        theirs = Follow.follower_id == reader.id
        _bring(_to_followers(and_(Post.id.in_(gone), theirs)))
        _bring(_by_reposts(and_(Repost.post_id.in_(gone), theirs)))
        _bring(_by_tags(and_(Post.id.in_(gone), TagFollow.user_id == reader.id)))


def _bring(rows: Select[Any]) -> None:
    add_selected(TimelineEntry, _COLUMNS, rows)


def _to_followers(which: ColumnElement[bool]) -> Select[Any]:
    found = _row(Follow.follower_id, Post.id, Post.published_at)
    return found.join(Post, Post.author_id == Follow.followed_id).where(
        which, *_is_listed()
    )


def _to_author(which: ColumnElement[bool]) -> Select[Any]:
    found = _row(Post.author_id, Post.id, Post.published_at)
    return found.where(which, *_is_listed())


def _by_reposts(which: ColumnElement[bool]) -> Select[Any]:
    found = _row(Follow.follower_id, Repost.post_id, Repost.created_at, Repost.id)
    found = found.join(Repost, Repost.user_id == Follow.followed_id)
    found = found.join(Post, Post.id == Repost.post_id)
    # Of several who passed it on, the first brought it; nobody is brought their own.
    others = Post.author_id != Follow.follower_id
    found = found.where(which, others, *_is_public())
    return found.order_by(Repost.created_at, Repost.id)


def _by_tags(which: ColumnElement[bool]) -> Select[Any]:
    tag = func.min(TagFollow.tag_id)
    found = _row(TagFollow.user_id, Post.id, Post.published_at, tag=tag)
    found = found.join(Tagging, Tagging.tag_id == TagFollow.tag_id)
    found = found.join(Post, Post.id == Tagging.post_id)
    found = found.where(which, *_is_public())
    return found.group_by(TagFollow.user_id, Post.id, Post.published_at)


def _row(reader: Any, post: Any, at: Any, repost: Any = None, tag: Any = None) -> Any:
    causes = (null() if cause is None else cause for cause in (repost, tag))
    return select(reader, post, at, *causes)


def _is_listed() -> tuple[ColumnElement[bool], ...]:
    return Post.published_at.is_not(None), Post.visibility.in_(LISTED)


def _is_public() -> tuple[ColumnElement[bool], ...]:
    return Post.published_at.is_not(None), Post.visibility == PUBLIC


def _newest(posts: Select[Any]) -> Select[Any]:
    newest = posts.order_by(Post.published_at.desc(), Post.id.desc())
    return newest.limit(BROUGHT_ALONG).subquery().select()


def _is_many(rows: Any) -> bool:
    count = db.session.scalar(select(func.count()).select_from(rows)) or 0
    return count > AT_ONCE
