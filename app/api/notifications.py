"""How notifications look to programs, and what somebody wants to be told of."""

from dataclasses import asdict, fields

from flask_login import current_user

from app.api import pages, shapes
from app.api.people import IN_LIST
from app.lib.api_slugs import api_slug
from app.models.notification import MODERATION
from app.web.marks import ties_among
from app.web.news import told
from app.web.notification_choices import Choices

_NAMES = {
    "heard": "onSite",
    "wanted": "byMail",
    "only_followed": "onlyFollowed",
    "only_followers": "onlyFollowers",
    "only_settled": "onlySettled",
    "digest": "digest",
    "digest_day": "digestDay",
    "digest_hour": "digestHour",
}


def answer(page):
    """A page of what the reader is told of."""
    stories = {
        story.note: story for story in told(current_user, page.items, shown=IN_LIST)
    }
    everybody = {one for story in stories.values() for one in story.people}
    ties = ties_among(everybody)
    return pages.answer("notifications", page, lambda note: _story(stories[note], ties))


def settings():
    """What the reader wants to be told of."""
    chosen = asdict(Choices.of(current_user.account))
    return {"settings": {_NAMES[name]: said for name, said in chosen.items()}}


def choose(given):
    """Keep what ``given`` says of that; what it does not name stays."""
    chosen = Choices.of(current_user.account)
    for part in fields(chosen):
        if _NAMES[part.name] in given:
            setattr(chosen, part.name, given[_NAMES[part.name]])
    chosen.keep(current_user.account)


def _story(story, ties):
    note = story.note
    return {
        "id": note.id,
        "kind": note.kind,
        "people": [
            shapes.profile(one, one.id in ties.followed) for one in story.people
        ],
        "othersCount": story.others,
        "post": _post(note),
        "comment": note.comment and {"id": note.comment.id, "body": note.comment.body},
        "decision": note.act and _decision(note),
        "unread": note.is_unread,
        "updatedAt": shapes.moment(note.newest_at),
    }


def _post(note):
    post = note.post
    if post is None and note.kind == MODERATION and note.act and note.act.matter:
        # What was hidden has no address to be read at.
        post = note.act.matter.post
        post = post if post and post.is_published else None
    return post and {
        "slug": api_slug(post.slug, post.id),
        "title": post.title,
        "url": shapes.url(post.path),
    }


def _decision(note):
    """What was written is for the person that it is about alone."""
    message = note.act.message if note.kind == MODERATION else ""
    return {"what": note.act.what, "message": message}
