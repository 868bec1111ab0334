"""What programs are told: of each thing what its owner may see when it is sent."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import joinedload, undefer_group

from app.extensions import db
from app.lib.api_slugs import api_slug
from app.models import Comment, Follow, Post, User, WebhookDelivery
from app.models.webhook import COMMENTED, DELETED, FOLLOWED, PUBLISHED, TEST, UPDATED

Data = dict[str, Any]


def body_of(delivery: WebhookDelivery) -> bytes | None:
    """What is sent, as JSON; None where it can be seen no more. Its webhook is loaded.

    The same delivery has the same ``id``, ``type`` and ``timestamp`` at each try. What
    it is about is told as it is now: what somebody took back meanwhile is not sent.
    """
    data = _DATA[delivery.event](delivery)
    if data is None:
        return None
    told = {
        "id": delivery.public_id,
        "type": delivery.event,
        "timestamp": _moment(delivery.created_at),
        "site": current_app.config["SITE_URL"],
        "data": data,
    }
    return json.dumps(told, ensure_ascii=False).encode()


def facts_about(post: Post) -> Data:
    """What of a post is told once nobody else can read it: not what it said."""
    return {
        "id": post.id,
        "url": _at(post.path),
        "slug": api_slug(post.slug, post.id),
        "type": "note" if post.is_note else "article",
        "title": post.title,
        "tagList": sorted(post.tags.values()),
        "createdAt": _moment(post.created_at),
        "updatedAt": _moment(post.updated_at),
        "author": _person(post.author),
    }


def _post(delivery: WebhookDelivery) -> Data | None:
    theirs = Post.id == delivery.about_id, Post.author_id == delivery.webhook.user_id
    whole = undefer_group("whole"), joinedload(Post.author)
    post = db.session.scalar(select(Post).where(*theirs).options(*whole))
    if post is None or not post.is_out_for_others:
        return None
    return {
        **facts_about(post),
        "description": post.summary,
        "body": post.body,
        "visibility": post.visibility,
        "publishedAt": _moment(post.published_at or post.created_at),
    }


def _facts(delivery: WebhookDelivery) -> Data:
    return delivery.facts


def _comment(delivery: WebhookDelivery) -> Data | None:
    below = select(Comment).join(Comment.post).join(Comment.author)
    theirs = below.where(
        Comment.id == delivery.about_id,
        Comment.stands(),
        Post.author_id == delivery.webhook.user_id,
        Post.deleted_at.is_(None),
        User.is_here(),
    )
    post = joinedload(Comment.post).joinedload(Post.author)
    comment = db.session.scalar(theirs.options(post, joinedload(Comment.author)))
    if comment is None or comment.author is None:
        return None
    return {
        "id": comment.id,
        "url": _at(comment.anchor),
        "body": comment.body,
        "createdAt": _moment(comment.created_at),
        "updatedAt": _moment(comment.edited_at or comment.created_at),
        "inReplyTo": comment.parent_id,
        "author": _person(comment.author),
        "post": {
            "id": comment.post_id,
            "url": _at(comment.post.path),
            "slug": api_slug(comment.post.slug, comment.post_id),
            "title": comment.post.title,
        },
    }


def _follow(delivery: WebhookDelivery) -> Data | None:
    theirs = (
        select(Follow)
        .join(Follow.follower)
        .where(
            Follow.follower_id == delivery.about_id,
            Follow.followed_id == delivery.webhook.user_id,
            User.is_here(),
        )
    )
    whole = joinedload(Follow.follower).undefer(User.bio)
    follow = db.session.scalar(theirs.options(whole))
    if follow is None:
        return None
    follower = {**_person(follow.follower), "bio": follow.follower.bio}
    return {"createdAt": _moment(follow.created_at), "follower": follower}


def _test(delivery: WebhookDelivery) -> Data:
    return {"webhook": delivery.webhook_id, "events": delivery.webhook.events}


def _person(person: User) -> Data:
    return {"username": person.handle, "name": person.name, "url": _at(person.path)}


def _at(path: str) -> str:
    """The whole address of what is at ``path``, also where no request is at hand."""
    return f"{current_app.config['SITE_URL']}{quote(path, safe='/@.#')}"


def _moment(moment: datetime) -> str:
    """As in ``2026-11-22T07:00:00.000Z``."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


_DATA: Final[dict[str, Callable[[WebhookDelivery], Data | None]]] = {
    PUBLISHED: _post,
    UPDATED: _post,
    DELETED: _facts,
    COMMENTED: _comment,
    FOLLOWED: _follow,
    TEST: _test,
}
