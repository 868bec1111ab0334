from flask import Blueprint, abort, redirect, render_template
from flask_login import current_user

from app.comment_hidings.forms import HidingForm
from app.extensions import db
from app.web.find_comments import can_be_read, comment_below, post_at

bp = Blueprint(
    "comment_hidings",
    __name__,
    url_prefix="/@<handle:handle>/<slug:slug>/comments/<id:key>/hide",
)


@bp.get("")
def new(handle, slug, key):
    """Ask a writer why a comment below their post is to be hidden."""
    comment = _below_own(handle, slug, key)
    return _sheet(comment, HidingForm())


@bp.post("")
def create(handle, slug, key):
    """Hide a comment below one's own post, and say why."""
    comment, form = _below_own(handle, slug, key), HidingForm()
    if not form.validate():
        return _sheet(comment, form), 422
    if comment.hidden_at is None:
        comment.hide(current_user, form.why.data)
    db.session.commit()
    return redirect(comment.anchor, 303)


@bp.post("/delete")
def destroy(handle, slug, key):
    """Show it again; what moderators have hidden is not a writer’s to show."""
    comment = _below_own(handle, slug, key)
    if not comment.is_hidden_by_author:
        abort(403)
    comment.show()
    db.session.commit()
    return redirect(comment.anchor, 303)


def _below_own(handle, slug, key):
    """A comment of somebody else below a post of the reader."""
    comment = comment_below(post_at(handle, slug), key)
    if comment.post.author_id != current_user.id or comment.author == current_user:
        abort(403)
    return comment if comment.deleted_at is None else abort(404)


def _sheet(comment, form):
    """The words stand here as far, and as openly, as on the page of the post."""
    is_open = can_be_read(comment)
    return render_template(
        "comment_hidings/new.html", comment=comment, form=form, is_open=is_open
    )
