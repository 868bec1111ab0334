from flask import Blueprint, abort, redirect, render_template, request, url_for

from app.lib.tags import normalized
from app.models import Post, Tagging, timelines
from app.web import find
from app.web.access import public
from app.web.current import reader
from app.web.marks import is_following_tag
from app.web.pagination import Page, paginate

bp = Blueprint("tags", __name__, url_prefix="/tags")


@bp.get("/<slug:name>")
@public
def show(name):
    """List what the reader finds under a tag, newest first."""
    known = normalized(name) or abort(404)
    if known != name:
        after = request.args.get("after")
        return redirect(url_for("tags.show", name=known, after=after), 301)
    tag = find.tag(name)
    page = _page_of(tag)
    words = render_template(
        "tags/show.html",
        name=name,
        tag=tag,
        page=page,
        follows_tag=is_following_tag(tag),
    )
    return words, 200 if page else 404


def _page_of(tag):
    if tag is None:
        return Page([], None, is_first=True)
    return paginate(
        timelines.tagged(tag, reader()),
        Post.published_at,
        Post.id,
        along=(Tagging.published_at, Tagging.post_id),
    )
