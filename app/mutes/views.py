from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Mute
from app.mutes.forms import MuteForm
from app.web import find
from app.web.limits import against_floods
from app.web.pagination import paginate
from app.web.urls import back_path

bp = Blueprint("mutes", __name__)


@bp.get("/settings/mutes/")
def index():
    """List of whom the reader does not want to hear."""
    page = paginate(current_user.mutes(), Mute.created_at, Mute.muted_id)
    return render_template("mutes/index.html", page=page)


@bp.get("/@<handle:handle>/mute")
def new(handle):
    """Say what muting somebody does, and ask for how long."""
    return _page(find.person(handle), MuteForm())


@bp.post("/@<handle:handle>/mute")
@against_floods("60 per minute")
def create(handle):
    """Hear nothing of somebody on lists."""
    person, form = find.person(handle), MuteForm()
    if not form.validate():
        return _page(person, form), 422
    current_user.mute(person, form.span.until)
    db.session.commit()
    flash(_("Muted. They aren’t told."), "success")
    return redirect(url_for("mutes.index"), 303)


@bp.post("/@<handle:handle>/mute/delete")
def destroy(handle):
    """Hear of somebody again."""
    person = find.muted(handle)
    current_user.unmute(person)
    db.session.commit()
    flash(_("You’ll hear of them again."), "success")
    there = find.page_of(person, url_for("mutes.index"))
    return redirect(back_path(there), 303)


def _page(person, form):
    return render_template("mutes/new.html", person=person, form=form)
