from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.covers.forms import CoverForm
from app.extensions import db
from app.lib.picture_limits import MOST_BYTES
from app.web import find, pictures, uploads

bp = Blueprint("covers", __name__, url_prefix="/posts/<id:key>/cover")

#: The fields beside the picture.
WORDS = 64 * 1024


@bp.url_value_preprocessor
def make_room(endpoint, values):
    """Let in what a picture may weigh, before anything reads the form."""
    if request.endpoint == "covers.update":
        uploads.make_room(MOST_BYTES + WORDS)


@bp.get("")
def edit(key):
    """Show the picture above a post as a form."""
    post = find.own_post(key)
    return _sheet(CoverForm(post.cover), post)


@bp.post("")
def update(key):
    """Put a picture above a post, or other words in the place of the one there."""
    post = find.own_post(key)
    form = CoverForm(post.cover)
    if not form.validate():
        return _sheet(form, post), 422
    try:
        _keep(form, post)
    except pictures.NotKept as why:
        form.picture.errors = [why.words]
        return _sheet(form, post), 422
    flash(_("Saved."), "success")
    return redirect(url_for("covers.edit", key=key), 303)


@bp.post("/delete")
def destroy(key):
    """Take the picture away."""
    names = find.own_post(key).wear(None)
    db.session.commit()
    pictures.forget(names)
    flash(_("That picture is gone."), "success")
    return redirect(url_for("covers.edit", key=key), 303)


def _keep(form, post):
    if form.picture.data:
        pictures.put_above(post, form.picture.data[0].stream.read(), form.alt.data)
    else:
        post.cover.alt = form.alt.data
        db.session.commit()


def _sheet(form, post):
    return render_template("covers/edit.html", form=form, post=post)
