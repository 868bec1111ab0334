"""How posts of any kind look to programs, beyond the articles of the contract."""

from flask_login import current_user
from sqlalchemy import and_, select
from sqlalchemy.orm import joinedload, undefer

from app.api import shapes
from app.lib.api_slugs import api_slug
from app.models import Post, User
from app.models.columns import now
from app.web import serials
from app.web.current import reader
from app.web.marks import is_pinned, marks_on, ties_among

_AUTHOR = (undefer(User.bio), undefer(User.image_url))
#: What a list of posts is loaded with, beside what it is loaded with anyway.
IN_LIST = (
    undefer(Post.tag_line),
    undefer(Post.hashtags),
    joinedload(Post.author, innerjoin=True).options(*_AUTHOR),
)


def own(state=None, kind=None):
    """The reader's own posts, outside the bin unless it is the bin that is asked for.

    :param state: those of one :func:`status` alone, and of one ``kind`` of posts.
    """
    if state == "binned":
        found = Post.binned_by(current_user)
    else:
        mine = Post.author_id == current_user.id, Post.deleted_at.is_(None)
        found = select(Post).where(*mine, *([is_in(state)] if state else []))
    if kind:
        found = found.where(Post.title == "" if kind == "note" else Post.title != "")
    return found.options(*IN_LIST)


def in_list(post, marks, ties):
    """A post, what the reader has done with it, and whether they follow its author."""
    mine = marks.of(post)
    return {
        "slug": api_slug(post.slug, post.id),
        "type": "note" if post.is_note else "article",
        "status": status(post),
        "url": shapes.url(post.path),
        "title": post.title,
        "description": post.summary,
        "excerpt": post.excerpt,
        "tagList": sorted(post.tags.values()),
        "visibility": post.visibility,
        "createdAt": shapes.moment(post.created_at),
        "updatedAt": shapes.moment(post.updated_at),
        "publishedAt": post.published_at and shapes.moment(post.published_at),
        "favorited": mine.liked,
        "favoritesCount": post.like_count,
        "bookmarked": mine.saved,
        "reposted": mine.reposted,
        "repostsCount": post.repost_count,
        "commentsCount": post.comment_count,
        "author": shapes.profile(post.author, post.author_id in ties.followed),
    }


def whole(post, marks, ties):
    """The same with its text; ``post`` is loaded whole."""
    return {
        **in_list(post, marks, ties),
        "body": post.body,
        "html": post.body_html,
        "version": post.version,
        "replies": post.replies,
        "language": post.language,
        "canonicalUrl": post.canonical,
    }


def one(post):
    """A post alone, and what stands around it; loaded as find_posts.py does."""
    ties = ties_among([post.author])
    return {
        **whole(post, marks_on([post]), ties),
        "showsHistory": post.shows_history,
        "closeCommentsAfterDays": post.close_after_days,
        "cover": _cover(post),
        "series": _series_of(post),
        "pinned": is_pinned(post),
    }


def status(post):
    """What of it others have, of :data:`app.api.schemas.posts.STATES`."""
    if post.deleted_at is not None:
        return "binned"
    if post.hidden_at is not None:
        return "hidden"
    if post.is_published:
        return "published"
    return "scheduled" if post.is_scheduled else "draft"


def is_in(state):
    """The condition of the posts whose :func:`status` it is; the bin is apart."""
    is_hidden = Post.hidden_at.is_not(None)
    if state == "hidden":
        return is_hidden
    if state == "draft":
        return and_(~is_hidden, Post.published_at.is_(None))
    at = Post.published_at
    return and_(~is_hidden, at > now() if state == "scheduled" else at <= now())


def _cover(post):
    if post.cover is None:
        return None
    return {
        "name": post.cover.name,
        "url": shapes.url(post.cover.info.src),
        "alt": post.cover_alt or post.cover.alt,
        "caption": post.cover_caption,
    }


def _series_of(post):
    """The series that it is part of, if the reader finds it in there."""
    if post.part is None:
        return None
    if reader() == post.author:
        series = serials.own_with(post)
    else:
        place = serials.place_of(post)
        series = place and place.series
    if series is None:
        return None
    return {"slug": api_slug(series.slug, series.id), "title": series.title}
