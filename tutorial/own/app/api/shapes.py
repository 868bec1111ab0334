"""How things look to programs: plain data."""

from datetime import UTC

from app.lib.api_slugs import api_slug
from app.web.urls import absolute_url


def moment(time):
    """A moment in UTC with three decimals, as in ``2016-02-18T03:22:56.637Z``."""
    text = time.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"


def profile(person, followed):
    return {
        "username": person.handle,
        "bio": person.bio or None,
        "image": absolute_url("avatars.show", handle=person.handle),
        "following": person.id in followed,
    }


def in_list(post, followed):
    """An article without its text; ``followed`` are the ids of whom the reader does."""
    return {
        "slug": api_slug(post.slug, post.id),
        "title": post.title,
        "description": post.excerpt,
        # What other servers of the contract have, and this one has not yet.
        "tagList": [],
        "favorited": False,
        "favoritesCount": 0,
        "createdAt": moment(post.published_at),
        "updatedAt": moment(max(post.updated_at, post.published_at)),
        "author": profile(post.author, followed),
    }


def whole(post, followed):
    return {**in_list(post, followed), "body": post.body}
