from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import acquaintances
from app.web import find
from app.web.limits import for_each_member
from app.web.marks import ties_among

bp = Blueprint("acquaintances", __name__, url_prefix="/people/worth-meeting")


@bp.get("/")
def index():
    """List whom the people follow whom the reader follows."""
    found = db.session.execute(acquaintances.worth_meeting(current_user)).all()
    ties = ties_among(person for person, _way, _links in found)
    return render_template("acquaintances/index.html", found=found, ties=ties)


@bp.post("/<handle:handle>/delete")
@for_each_member("300 per hour")
def destroy(handle):
    """Offer this person to the reader no more."""
    person = find.person(handle)
    current_user.put_off(person)
    db.session.commit()
    flash(_("%(name)s won’t be offered to you again.", name=person.name), "success")
    return redirect(url_for("acquaintances.index"), 303)
