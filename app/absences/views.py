from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.web import farewell
from app.web.access import sudo, while_away
from app.web.kept import carried_words, go_on
from app.web.urls import next_path

bp = Blueprint("absences", __name__)


@bp.get("/settings/leaving/")
@sudo
def new():
    """Offer to step away for a while, or for good."""
    return render_template("absences/new.html")


@bp.post("/settings/leaving/")
@sudo
def create():
    """Step away until one signs in again."""
    farewell.leave(for_good=False)
    db.session.commit()
    flash(_("You’re away now. Sign in whenever you want to come back."), "success")
    return redirect(url_for("timelines.index"), 303)


@bp.get("/come-back")
@while_away
def show():
    """Ask somebody who was away whether they come back."""
    if not current_user.is_away:
        return redirect(next_path(), 303)
    return render_template("absences/show.html")


@bp.post("/come-back")
@while_away
def destroy():
    """Be here again, with everything as it was."""
    farewell.come_back()
    db.session.commit()
    if not carried_words():
        flash(_("You’re back, and so is everything you left here."), "success")
    return go_on(next_path())
