from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models.permissions import WRITE
from app.web import find
from app.web.access import permitted
from app.web.limits import against_floods
from app.web.messages import flash_with_undo
from app.web.publishing import ask_to_confirm, is_held_back, publish

bp = Blueprint("publications", __name__, url_prefix="/posts/<id:key>/publication")


@bp.post("/")
@permitted(WRITE)
@against_floods("60 per minute")
def create(key):
    """Publish now what waits as a draft or for its time."""
    post = find.own_post(key, lock=True)
    if is_held_back(post):
        return ask_to_confirm()
    if not post.body.strip():
        flash(_("There is no text yet. Write something first; a word is enough."))
        return redirect(url_for("posts.edit", key=key), 303)
    publish(post)
    db.session.commit()
    return redirect(post.path, 303)


@bp.post("/delete")
def destroy(key):
    """Make a draft again of what was published, or waits for its time."""
    post = find.own_post(key, lock=True)
    was_read = post.is_published
    post.unpublish()
    db.session.commit()
    if was_read:
        words = _("It’s a draft again. Who opens its address finds nothing there.")
        flash_with_undo(words, url_for("publications.create", key=key))
    else:
        flash(_("It waits as a draft, without a time."), "success")
    return redirect(url_for("drafts.index"), 303)
