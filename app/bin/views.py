from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Post, timelines
from app.web import find
from app.web.pagination import paginate

bp = Blueprint("bin", __name__, url_prefix="/bin", cli_group=None)


@bp.get("/")
def index():
    """List what the writer has thrown away and can take back."""
    page = paginate(timelines.binned(current_user), Post.deleted_at, Post.id)
    return render_template("bin/index.html", page=page)


@bp.post("/<id:key>/delete")
def destroy(key):
    """Take a post out of the bin, as it was; what missed its time is a draft."""
    post = find.binned_post(key)
    had_a_time = post.published_at is not None
    post.take_back()
    db.session.commit()
    if had_a_time and post.published_at is None:
        flash(_("Its time passed while it lay here. It’s back as a draft."))
    else:
        flash(_("It’s back where it was."), "success")
    return redirect(post.path if post.is_published else url_for("drafts.index"), 303)
