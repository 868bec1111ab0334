from flask import Blueprint, abort, redirect, render_template, request, url_for

from app.extensions import db
from app.lib.tags import normalized
from app.models import Post, Tagging, tag_lists, timelines
from app.web import find
from app.web.access import public
from app.web.current import reader
from app.web.marks import is_following_tag
from app.web.pagination import Page, paginate

bp = Blueprint("tags", __name__, url_prefix="/tags")


@bp.get("/")
@public
def index():
    """List the tags in use: those that are used most, or all by their names."""
    if request.args.get("by") == "name":
        after = normalized(request.args.get("after", ""))
        found = db.session.execute(tag_lists.by_name(after)).all()
        page = found[: tag_lists.SHOWN]
        more = page[-1].name if len(found) > len(page) else None
        return render_template("tags/names.html", tags=page, after=after, more=more)
    tags = db.session.execute(tag_lists.used_lately()).all()
    return render_template("tags/index.html", tags=tags)


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
        related=_related(tag) if page and page.is_first else [],
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


def _related(tag):
    return db.session.execute(*tag_lists.together_with(tag)).all()
