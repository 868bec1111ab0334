"""What people do with posts, as screens list it. Pages cut and order it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload

from app.models.bookmark import Bookmark
from app.models.like import Like
from app.models.post import Post
from app.models.repost import Repost
from app.models.user import User


def likes(post: Post, reader: User | None) -> Select[Like]:
    """Who likes ``post`` of those whom ``reader`` may find, as rows that know when."""
    return _by_people(Like, reader).where(Like.post_id == post.id)


def reposts(post: Post, reader: User | None) -> Select[Repost]:
    """Who reposted ``post``, the same way, and what they said of it."""
    return _by_people(Repost, reader).where(Repost.post_id == post.id)


def liked(reader: User) -> Select[Like]:
    """What ``reader`` likes and may still read."""
    return _of_posts(Like, Post.open_to(reader)).where(Like.user_id == reader.id)


def saved(reader: User) -> Select[Bookmark]:
    """What ``reader`` saved and may still read."""
    return _of_posts(Bookmark, Post.open_to(reader)).where(
        Bookmark.user_id == reader.id
    )


def reposted(person: User, reader: User | None) -> Select[Repost]:
    """What ``person`` reposted of what ``reader`` finds, and what they said of it."""
    shown = _of_posts(Repost, Post.listed_for(reader))
    person_too = joinedload(Repost.user, innerjoin=True)
    return shown.where(Repost.user_id == person.id).options(person_too)


def _by_people(rows: type[Any], reader: User | None) -> Select[Any]:
    found = select(rows).join(rows.user).options(contains_eager(rows.user))
    # Whom moderators have limited only those find who follow them.
    condition = User.everybody(reader).whereclause
    assert condition is not None
    return found.where(condition)


def _of_posts(rows: type[Any], posts: Select[Post]) -> Select[Any]:
    condition = posts.whereclause
    assert condition is not None
    whole = contains_eager(rows.post).joinedload(Post.author, innerjoin=True)
    return select(rows).join(rows.post).where(condition).options(whole)
