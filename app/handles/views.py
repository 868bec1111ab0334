from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.handles.forms import HandleForm
from app.web import find
from app.web.access import sudo
from app.web.account_form import taken_handle
from app.web.limits import against_floods
from app.web.races import won
from app.web.renaming import is_too_often, tell_of_handle

bp = Blueprint("handles", __name__, url_prefix="/settings/handle")


@bp.get("/")
@sudo
def edit():
    """Ask for another handle, and say what changes with it."""
    return _page(HandleForm(handle=current_user.handle))


@bp.post("/")
@sudo
@against_floods("20 per hour")
def update():
    """Go by another handle; the old one leads there from now on."""
    form, person = HandleForm(), find.oneself("handle", "name")
    if not form.validate():
        return _page(form), 422
    if form.handle.data == person.handle:
        return redirect(url_for("account.index"), 303)
    if is_too_often():
        form.handle.errors = [_("That was three times in 30 days. Wait a while.")]
        return _page(form), 422
    before, now = person.handle, form.handle.data
    if not (person.rename(now) and won()):
        form.handle.errors = [taken_handle(now)]
        return _page(form), 422
    tell_of_handle(before, now)
    db.session.commit()
    flash(_("You’re @%(handle)s now. Old links lead here.", handle=now), "success")
    return redirect(url_for("account.index"), 303)


def _page(form):
    return render_template("handles/edit.html", form=form)
