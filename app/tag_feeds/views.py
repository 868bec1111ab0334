from flask import Blueprint, abort, redirect, url_for

from app.lib.tags import normalized
from app.models import Tagging, timelines
from app.web import feed_entries, find
from app.web.feeds import Head, answer, for_everybody
from app.web.site import site_name
from app.web.urls import absolute_url

bp = Blueprint("tag_feeds", __name__)


@bp.get("/tags/<slug:name>/feed.<any(atom, rss, json):shape>")
@for_everybody
def show(name, shape):
    """Hand out what everybody finds under a tag, newest first."""
    known = normalized(name) or abort(404)
    if known != name:
        return redirect(url_for("tag_feeds.show", name=known, shape=shape), 301)
    tag = find.tag(name) or abort(404)
    page = absolute_url("tags.show", name=name)
    head = Head(page, f"#{tag.label} · {site_name()}", page)
    along = Tagging.published_at, Tagging.post_id
    posts = timelines.tagged(tag, None)
    return answer(shape, head, feed_entries.posts(posts, along), or_404=True)
