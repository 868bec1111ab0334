"""How things look to programs: plain data, as app/api/schemas describes it."""

from datetime import UTC
from urllib.parse import quote

from flask import current_app

from app.lib.api_slugs import api_slug
from app.lib.crops import AVATAR
from app.lib.pictures import path_of
from app.models.tag import labels_of
from app.web.urls import absolute_url


def moment(time):
    """A moment in UTC with three decimals, as in ``2016-02-18T03:22:56.637Z``."""
    text = time.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"


def user(person, account, token):
    """Oneself, with one's account and the token that one acts with."""
    return {
        "email": account.email,
        "token": token,
        "username": person.handle,
        "bio": person.bio or None,
        "image": image(person),
    }


def profile(person, following):
    """Somebody, or a row that has what a profile shows of its author."""
    return {
        "username": person.handle,
        "bio": person.bio or None,
        "image": image(person),
        "following": following,
    }


def url(path):
    """The whole address of a page, in the letters that addresses are made of."""
    return f"{current_app.config['SITE_URL']}{quote(path, safe='/@')}"


def image(person):
    """What a program shows as somebody’s picture; nothing where none was chosen."""
    if person.image_url:
        return person.image_url
    if not person.avatar_name:
        return None
    path = path_of(person.avatar_name, f"{AVATAR.widths[-1]}.webp")
    return url(path)


def article(row):
    """A row of app/models/articles.py; with its text, if it was asked for."""
    whole = {"body": row.body} if "body" in row._fields else {}
    return {
        "slug": api_slug(row.slug, row.id),
        "title": row.title,
        "description": row.summary,
        **whole,
        "tagList": sorted(labels_of(row.tag_line, row.hashtags)),
        "createdAt": moment(row.published_at),
        "updatedAt": moment(max(row.updated_at, row.published_at)),
        "favorited": bool(row.favorited),
        "favoritesCount": row.like_count,
        "author": profile(row, bool(row.following)),
    }


def comment(said, following):
    """A comment with its author, and whether the reader follows them."""
    return {
        "id": said.id,
        "createdAt": moment(said.created_at),
        "updatedAt": moment(said.edited_at or said.created_at),
        "body": said.body,
        "author": profile(said.author, following),
    }


def tag(found, following):
    """A tag, and whether the reader follows it."""
    return {"name": found.name, "label": found.label, "following": following}


def invitation(made):
    """A code that lets others in; its link is good for people."""
    return {
        "id": made.id,
        "code": made.code,
        "url": absolute_url("accounts.new", code=made.code),
        "note": made.note,
        "places": made.places,
        "placesLeft": made.places_left,
        "live": made.is_live,
        "createdAt": moment(made.created_at),
        "expiresAt": moment(made.expires_at),
    }
