from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Feature, Post, timelines
from app.models.permissions import MODERATE
from app.web import audit, find_posts
from app.web.access import permitted, public
from app.web.current import reader
from app.web.pagination import paginate
from app.web.urls import back_path

bp = Blueprint("featured", __name__)

#: So many stand on a page: a choice is not an archive.
A_CHOICE = 12


@bp.get("/explore/featured/")
@public
def index():
    """List what was chosen to be shown first, the latest choice before the others."""
    chosen = timelines.featured(reader())
    page = paginate(chosen, Feature.created_at, Feature.post_id, size=A_CHOICE)
    return render_template("featured/index.html", page=page)


@bp.post("/posts/<id:key>/feature")
@permitted(MODERATE)
def create(key):
    """Show a post to everybody first."""
    post = find_posts.public_post(key)
    if current_user.feature(post):
        audit.record("post.featured", detail=post.path)
    db.session.commit()
    flash(_("Featured. Visitors find it on the front page."), "success")
    return redirect(back_path(post.path), 303)


@bp.post("/posts/<id:key>/feature/delete")
@permitted(MODERATE)
def destroy(key):
    """Let a post stand among the others again."""
    post = find_posts.featured_post(key)
    if current_user.unfeature(post):
        audit.record("post.unfeatured", detail=post.path)
    db.session.commit()
    flash(_("Featured no longer. It stands among the others again."), "success")
    return redirect(back_path(_page_of(post)), 303)


def _page_of(post):
    """Where a moderator goes on: not every post opens for them any more."""
    theirs = Post.open_to(reader()).where(Post.id == post.id)
    opens = db.session.scalar(theirs) is not None
    return post.path if opens else url_for("featured.index")
