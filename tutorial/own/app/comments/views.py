from flask import Blueprint, flash, redirect, render_template
from flask_babel import gettext as _
from flask_login import current_user

from app.comments.forms import CommentForm
from app.extensions import db
from app.web import find

bp = Blueprint(
    "comments", __name__, url_prefix="/@<handle:handle>/<slug:slug>/comments"
)


@bp.get("")
@bp.get("/<id:to>/answers")
def new(handle, slug, to=None):
    """Give the reader a sheet; also at the address of one that was sent."""
    post = find.post(handle, slug)
    return _sheet(CommentForm(), post, to and find.comment(post, to))


@bp.post("")
@bp.post("/<id:to>/answers")
def create(handle, slug, to=None):
    """Say something below a post, or answer what somebody said there."""
    post, form = find.post(handle, slug), CommentForm()
    answered = to and find.comment(post, to)
    if not form.validate():
        return _sheet(form, post, answered), 422
    comment = current_user.comment_on(post, form.body.data, answered)
    db.session.commit()
    return redirect(post.path_to(comment), 303)


@bp.post("/<id:key>/delete")
def destroy(handle, slug, key):
    """Take a comment away; what answers it stays."""
    post = find.post(handle, slug)
    post.remove(find.removable_comment(post, key))
    db.session.commit()
    flash(_("That comment is gone."), "success")
    return redirect(f"{post.path}#comments", 303)


def _sheet(form, post, answered):
    return render_template("comments/new.html", form=form, post=post, answered=answered)
