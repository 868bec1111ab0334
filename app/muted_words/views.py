from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import MutedWord
from app.models.muted_word import MOST
from app.muted_words.forms import MutedWordForm
from app.web import find
from app.web.limits import against_floods

bp = Blueprint("muted_words", __name__, url_prefix="/settings/muted-words")


@bp.get("/")
def index():
    """List what the reader does not want to read of."""
    return _page(MutedWordForm())


@bp.post("/")
@against_floods("60 per minute")
def create():
    """Leave out of lists what has a word in it, or a tag."""
    form = MutedWordForm()
    if not form.validate():
        return _page(form), 422
    if not current_user.mute_word(form.word.data, form.span.until):
        full = _("There’s room for %(num)d. Remove one first.", num=MOST)
        form.word.errors = [full]
        return _page(form), 422
    db.session.commit()
    flash(_("Muted. Lists leave out what has it in."), "success")
    return redirect(url_for("muted_words.index"), 303)


@bp.post("/<id:key>/delete")
def destroy(key):
    """Read of it again."""
    db.session.delete(find.own_muted_word(key))
    db.session.commit()
    flash(_("It’s back on your lists."), "success")
    return redirect(url_for("muted_words.index"), 303)


def _page(form):
    words = current_user.muted_words().order_by(MutedWord.created_at.desc())
    page = db.session.scalars(words).all()
    return render_template("muted_words/index.html", form=form, words=page)
