from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Conflict
from app.models.permissions import WRITE
from app.web import find, scripts
from app.web.access import permitted
from app.web.conflicts import both_texts
from app.web.limits import for_each_member
from app.web.sheet import PostForm

bp = Blueprint("autosaves", __name__, url_prefix="/posts")
# Whoever types all day is never too fast: the script waits two seconds in between.
OFTEN = "60 per minute"


@bp.post("/autosave")
@permitted(WRITE)
@for_each_member(OFTEN)
def create():
    """Make a draft of a new text, so that it can be kept from here on."""
    form = PostForm()
    if not form.may_be_kept():
        return _refuse(form)
    key, post = form.post_on_it()
    return _keep(post or _begun(form, key), form)


@bp.post("/<id:key>/autosave")
@for_each_member(OFTEN)
def update(key):
    """Keep what is typed so far: in the draft itself, or beside what others have."""
    post = find.own_post(key, lock=True)
    form = PostForm(post=post)
    if not form.may_be_kept(post):
        return _refuse(form, post)
    return _keep(post, form)


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


def _keep(post, form):
    try:
        form.keep_for(post)
    except Conflict:
        return _say_conflict(form, post)
    db.session.commit()
    if scripts.is_asking():
        return scripts.told("saved", **_state_of(post), seen=form.seen_of(post))
    flash(_("Kept for later. Only you can see it."), "success")
    return redirect(url_for("posts.edit", key=post.id), 303)


def _state_of(post):
    """What the sheet has to know of ``post`` to go on with it."""
    copy = post.working_copy
    return {
        "action": url_for("posts.update", key=post.id),
        "edit": url_for("posts.edit", key=post.id),
        "version": copy.over if copy else post.version,
        "stamp": copy.stamp if copy else "",
    }


def _refuse(form, post=None):
    if scripts.is_asking():
        return scripts.told("invalid", 422, errors=form.errors)
    return render_template("posts/edit.html", form=form, post=post), 422


def _say_conflict(form, post):
    return (
        scripts.told("conflict", 409) if scripts.is_asking() else both_texts(form, post)
    )
