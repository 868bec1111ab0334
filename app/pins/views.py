from flask import Blueprint, abort, flash, redirect
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.web import find
from app.web.urls import back_path

bp = Blueprint("pins", __name__, url_prefix="/posts/<id:key>/pin")


@bp.post("")
def create(key):
    """Show a post first on the reader's profile, if there is room."""
    post = find.own_post(key)
    if not post.is_published:
        abort(404)
    if current_user.pin(post):
        flash(_("Pinned. It stands first on your page now."), "success")
    else:
        flash(_("Three posts are pinned already. Unpin one of them first."), "warning")
    db.session.commit()
    return redirect(back_path(post.path), 303)


@bp.post("/delete")
def destroy(key):
    """Let a post stand where its time puts it."""
    post = find.own_post(key)
    current_user.unpin(post)
    db.session.commit()
    flash(_("Unpinned. It stands among the others again."), "success")
    return redirect(back_path(post.path), 303)
