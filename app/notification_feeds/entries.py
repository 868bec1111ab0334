"""Notifications as entries of a feed: as they may be seen by now."""

from flask import current_app, get_template_attribute
from markupsafe import escape

from app.lib.feeds import Entry, tag_uri, whole
from app.web.feed_entries import writer
from app.web.feeds import address_of
from app.web.urls import absolute_url


def entry_of(story, reader):
    """What happened, in one sentence; below it the words that were written, if any."""
    note, site = story.note, current_app.config["SITE_URL"]
    sentence = get_template_attribute("notifications/_sentence.html", "sentence")
    page = absolute_url("notifications.index")
    what = f"<p>{sentence(story, linked=True)}</p>"
    return Entry(
        # A group that grows is one thing that happened: the same name, and newer.
        id=tag_uri(site, reader.created_at, "notification", note.id),
        url=_address_of(story) or page,
        title="",
        label=sentence(story).striptags(),
        html=whole(what + _words_of(note), page),
        published=note.newest_at,
        updated=note.newest_at,
        writers=tuple(writer(person) for person in story.people),
    )


def _address_of(story):
    """Where it is seen; empty for what is seen among the notifications alone."""
    note = story.note
    if note.comment and note.post:
        return f"{address_of(note.comment.path_of_page)}#c{note.comment.id}"
    if note.post:
        return address_of(note.post.path)
    return address_of(story.people[0].path) if note.kind == "follow" else ""


def _words_of(note):
    if note.comment and note.kind != "like":
        return f"<blockquote>{note.comment.body_html}</blockquote>"
    if note.act and note.kind == "moderation" and note.act.message:
        return f"<blockquote><p>{escape(note.act.message)}</p></blockquote>"
    return ""
