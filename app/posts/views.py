from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Conflict
from app.models.permissions import WRITE
from app.web import find
from app.web.access import permitted, public
from app.web.conflicts import both_texts
from app.web.filters import moment
from app.web.headers import keep_private
from app.web.limits import against_floods
from app.web.marks import is_pinned, ties_among
from app.web.messages import flash_with_undo
from app.web.preview import preview_of
from app.web.publishing import ask_to_confirm, is_held_back, publish
from app.web.serials import place_of
from app.web.sheet import PostForm
from app.web.threads import thread_below

bp = Blueprint("posts", __name__)


@bp.get("/@<handle:handle>/<slug:slug>")
@public
def show(handle, slug):
    """Show one published post to whom it is for."""
    post = find.post(handle, slug, hidden=True)
    if not post.is_public:
        keep_private()
    return render_template(
        "posts/show.html",
        post=post,
        person=post.author,
        ties=ties_among([post.author]),
        is_pinned=is_pinned(post),
        place=place_of(post),
        thread=thread_below(post),
    )


@bp.get("/posts")
@bp.get("/posts/autosave")
@bp.get("/posts/new")
@permitted(WRITE)
def new():
    """Give the writer an empty sheet; also at the address of one that was sent."""
    return _sheet(PostForm(language=current_user.account.language))


@bp.post("/posts")
@permitted(WRITE)
@against_floods("60 per minute")
def create():
    """Keep a new text as a draft or publish it; sent twice, it is still one post."""
    form = PostForm()
    form.begin_elsewhere()
    if not form.validate():
        return _sheet(form), 422
    if form.wants_a_look:
        return _look_at(form)
    key, twin = form.post_on_it()
    return _keep(twin or current_user.write(**form.words, form_key=key), form)


@bp.get("/posts/<id:key>")
@bp.get("/posts/<id:key>/autosave")
@bp.get("/posts/<id:key>/edit")
def edit(key):
    """Give the writer their text back."""
    post = find.own_post(key)
    return _sheet(PostForm.of(post), post)


@bp.post("/posts/<id:key>")
@against_floods("60 per minute")
def update(key):
    """Change a post; over a newer text than the writer saw, show both instead."""
    post = find.own_post(key, lock=True)
    form = PostForm(post=post)
    if not form.validate():
        return _sheet(form, post), 422
    if form.wants_a_look:
        return _look_at(form, post)
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


def _look_at(form, post=None):
    preview = preview_of(form) if form.wants_preview else None
    return _sheet(form, post, preview=preview)


def _keep(post, form):
    db.session.flush()
    try:
        form.lay_on(post)
    except Conflict:
        return both_texts(form, post)
    if form.publishes and current_user.can(WRITE):
        if is_held_back(post):
            db.session.commit()
            return ask_to_confirm()
        publish(post, form.planned)
    db.session.commit()
    return _answer(post)


def _answer(post):
    if post.is_published:
        return redirect(post.path, 303)
    if post.is_scheduled:
        flash(_("It appears on %(day)s.", day=moment(post.published_at)), "success")
        return redirect(url_for("drafts.index"), 303)
    flash(_("Saved as a draft. Only you can see it."), "success")
    return redirect(url_for("posts.edit", key=post.id), 303)


def _sheet(form, post=None, **more):
    return render_template("posts/edit.html", form=form, post=post, **more)
