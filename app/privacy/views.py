from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from app.extensions import db
from app.privacy.forms import PrivacyForm

bp = Blueprint("privacy", __name__, url_prefix="/settings/privacy")


@bp.get("/")
def edit():
    """Show what the reader has chosen about their followers."""
    return _page(PrivacyForm(data=PrivacyForm.chosen_by(current_user)))


@bp.post("/")
def update():
    """Keep it; whoever waited when the door is opened follows from now on."""
    form = PrivacyForm()
    if not form.validate():
        return _page(form), 422
    me = current_user
    let_in = me.lock() if form.is_locked.data else me.unlock()
    me.hides_counts = form.hides_counts.data
    me.is_suggested = form.is_suggested.data
    me.is_indexable = form.is_indexable.data
    db.session.commit()
    flash(_said(let_in), "success")
    return redirect(url_for("privacy.edit"), 303)


def _page(form):
    waiting = current_user.request_count() if current_user.is_locked else 0
    return render_template("privacy/edit.html", form=form, waiting=waiting)


def _said(let_in):
    if not let_in:
        return _("Saved.")
    return ngettext(
        "Saved. Who waited for your answer follows you now.",
        "Saved. The %(num)d people who waited for your answer follow you now.",
        let_in,
    )
