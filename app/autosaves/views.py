from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models.permissions import WRITE
from app.web import find
from app.web.access import permitted
from app.web.autosaving import OFTEN, keep, refuse
from app.web.limits import for_each_member
from app.web.sheet import PostForm

bp = Blueprint("autosaves", __name__, url_prefix="/posts")


@bp.post("/autosave")
@permitted(WRITE)
@for_each_member(OFTEN)
def create():
    """Make a draft of a new text, so that it can be kept from here on."""
    form = PostForm()
    if not form.may_be_kept():
        return refuse(form)
    key, post = form.post_on_it()
    return keep(post or _begun(form, key), form)


@bp.post("/<id:key>/autosave")
@for_each_member(OFTEN)
def update(key):
    """Keep what is typed so far: in the draft itself, or beside what others have."""
    post = find.own_post(key, lock=True)
    form = PostForm(post=post)
    if not form.may_be_kept(post):
        return refuse(form, post)
    return keep(post, form)


@bp.post("/<id:key>/autosave/delete")
def destroy(key):
    """Throw away the changes that nobody else has seen; the post stays as it is."""
    post = find.own_post(key, lock=True)
    post.drop_working_copy()
    db.session.commit()
    flash(_("Your changes are gone. This is the text that others have."), "success")
    return redirect(url_for("posts.edit", key=key), 303)


def _begun(form, key):
    """A new draft, with all that the sheet reads of a post."""
    post = current_user.write(**form.words, form_key=key)
    db.session.flush()
    return find.own_post(post.id)
