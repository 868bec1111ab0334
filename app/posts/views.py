from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib.markdown import render
from app.models.permissions import WRITE
from app.posts.forms import PostForm
from app.web import find
from app.web.access import permitted, public
from app.web.limits import against_floods
from app.web.marks import followed_among
from app.web.messages import flash_with_undo
from app.web.publishing import is_held_back

bp = Blueprint("posts", __name__)


@bp.get("/@<handle:handle>/<slug:slug>")
@public
def show(handle, slug):
    """Show one published post."""
    post = find.post(handle, slug)
    followed = followed_among([post.author])
    return render_template(
        "posts/show.html", post=post, person=post.author, followed=followed
    )


@bp.get("/posts")
@bp.get("/posts/new")
@permitted(WRITE)
def new():
    """Give the writer an empty sheet; also at the address of one that was sent."""
    return _sheet(PostForm())


@bp.post("/posts")
@permitted(WRITE)
@against_floods("60 per minute")
def create():
    """Keep a new text as a draft or publish it; sent twice, it is still one post."""
    form = PostForm()
    if not form.validate():
        return _sheet(form), 422
    if form.wants_preview:
        return _preview(form)
    key, twin = _sheet_of(form)
    if twin:
        return _keep(twin, form) if form.says_what(twin) else _both_texts(form, twin)
    return _keep(current_user.write(**form.words, form_key=key), form)


@bp.get("/posts/<id:key>")
@bp.get("/posts/<id:key>/edit")
def edit(key):
    """Give the writer their text back."""
    post = find.own_post(key)
    return _sheet(PostForm(obj=post), post)


@bp.post("/posts/<id:key>")
@against_floods("60 per minute")
def update(key):
    """Change a post; over a newer text than the writer saw, show both instead."""
    post, form = find.own_post(key, lock=True), PostForm()
    if not form.validate():
        return _sheet(form, post), 422
    if form.wants_preview:
        return _preview(form, post)
    if form.version.data != post.version and not form.says_what(post):
        return _both_texts(form, post)
    post.revise(**form.words)
    return _keep(post, form)


@bp.post("/posts/<id:key>/delete")
def destroy(key):
    """Put a post into the bin."""
    post = find.own_post(key, lock=True)
    post.throw_away()
    db.session.commit()
    flash_with_undo(
        _("It rests in the bin for 30 days."), url_for("bin.destroy", key=key)
    )
    return redirect(current_user.path, 303)


def _sheet_of(form):
    """The sheet that was sent, and the post that it holds already, if any."""
    key = form.form_key.data or None
    twin = find.post_written_in(key)
    if twin and twin.is_published and not form.says_what(twin):
        # Back from what is published, its other side takes another post.
        key = form.other_side
        twin = find.post_written_in(key)
    return key, twin


def _preview(form, post=None):
    # Nothing will be written: others may, while a long text is rendered.
    db.session.commit()
    return _sheet(form, post, preview=render(form.body.data))


def _keep(post, form):
    if form.publishes and current_user.can(WRITE):
        if is_held_back(post):
            return _keep_back(post)
        db.session.flush()
        post.publish()
    db.session.commit()
    return _answer(post)


def _keep_back(post):
    db.session.commit()
    flash(_("Your text is kept as a draft. Confirm your address to publish it."))
    return redirect(url_for("confirmations.new"), 303)


def _answer(post):
    if post.is_published:
        return redirect(post.path, 303)
    flash(_("Saved as a draft. Only you can see it."), "success")
    return redirect(url_for("posts.edit", key=post.id), 303)


def _sheet(form, post=None, **more):
    return render_template("posts/edit.html", form=form, post=post, **more)


def _both_texts(form, post):
    """The writer's text stays in the form, the newer one stands beside it."""
    form.lay_over(post)
    return _sheet(form, post, newer=post), 409
