from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib.markdown import render_modest
from app.models.references import known
from app.web.access import public
from app.web.comment_form import CommentForm
from app.web.find_comments import (
    comment_below,
    own_below,
    post_at,
    standing_below,
)
from app.web.limits import for_each_member
from app.web.messages import flash_with_undo
from app.web.threads import branch_of, thread_below

bp = Blueprint(
    "comments", __name__, url_prefix="/@<handle:handle>/<slug:slug>/comments"
)


@bp.get("")
@public
def index(handle, slug):
    """List what is said below a post, a page at a time and in any order."""
    post = post_at(handle, slug)
    return render_template("comments/index.html", post=post, thread=thread_below(post))


@bp.get("/<id:key>")
@public
def show(handle, slug, key):
    """Show one comment with what answers it."""
    comment = comment_below(post_at(handle, slug), key)
    thread = branch_of(comment)
    if not thread.branches:
        abort(404)
    return render_template("comments/show.html", post=comment.post, thread=thread)


@bp.get("/new")
def new(handle, slug):
    """Give the reader a sheet to answer a post, or a comment below it."""
    form = CommentForm(post=post_at(handle, slug))
    if key := request.args.get("to", type=int):
        form.answered = standing_below(form.post, key)
        form.to.data = key
    return _sheet(form)


@bp.post("")
@for_each_member("9 per 30 seconds")
def create(handle, slug):
    """Say something below a post; sent twice, it is still said once."""
    form = CommentForm(post=post_at(handle, slug))
    if not form.validate():
        return _sheet(form), 422
    if form.wants_preview:
        return _sheet(form)
    comment = current_user.comment_on(
        form.post, form.body.data, form.answered, form.form_key.data or None
    )
    db.session.commit()
    return redirect(comment.anchor, 303)


@bp.get("/<id:key>/edit")
def edit(handle, slug, key):
    """Give somebody their words back, to be changed."""
    comment = own_below(post_at(handle, slug), key)
    return _sheet(CommentForm(post=comment.post, comment=comment))


@bp.post("/<id:key>")
@for_each_member("60 per minute")
def update(handle, slug, key):
    """Change what was said; over newer words than were seen, show both instead."""
    comment = own_below(post_at(handle, slug), key, lock=True)
    form = CommentForm(post=comment.post, comment=comment)
    if not form.validate():
        return _sheet(form), 422
    if form.wants_preview:
        return _sheet(form)
    comment.change(form.body.data)
    db.session.commit()
    return redirect(comment.anchor, 303)


@bp.post("/<id:key>/delete")
def destroy(handle, slug, key):
    """Take a comment back; its words can be had again for 30 days."""
    comment = own_below(post_at(handle, slug), key)
    comment.take_back()
    db.session.commit()
    undo = url_for("comment_returns.create", handle=handle, slug=slug, key=key)
    flash_with_undo(_("Taken back. Nobody reads it any more."), undo)
    return redirect(f"{comment.post.path}#comments", 303)


def _sheet(form):
    words = form.body.data or ""
    preview = render_modest(words, look_up=known) if form.wants_preview else None
    sheet = "comments/edit.html" if form.comment else "comments/new.html"
    return render_template(sheet, post=form.post, form=form, preview=preview)
