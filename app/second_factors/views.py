from flask import Blueprint, abort, flash, redirect, render_template
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import LoginSession
from app.models.permissions import ADMINISTER
from app.web import find, pending
from app.web.access import permitted, sudo
from app.web.announce import announce
from app.web.urls import back_path

bp = Blueprint("second_factors", __name__, url_prefix="/admin/people")


@bp.get("/<handle:handle>/factors")
@permitted(ADMINISTER)
@sudo
def edit(handle):
    """Show an admin what somebody signs in with besides the password."""
    person = find.person(handle)
    account = pending.account_of(person.id) or abort(404)
    return render_template("second_factors/edit.html", person=person, account=account)


@bp.post("/<handle:handle>/factors/reset")
@permitted(ADMINISTER)
@sudo
def destroy(handle):
    """Take every factor from somebody who lost them, and sign them out."""
    person = find.person(handle)
    if person.id == current_user.id:
        abort(409, _("These are yours. You’ll find them in your settings."))
    account = pending.account_of(person.id) or abort(404)
    account.lock_factors()
    account.drop_factors()
    db.session.execute(LoginSession.end_of(person.id))
    announce("factors.reset", account)
    db.session.commit()
    flash(_("Done. They can sign in with their password, and were told."), "success")
    return redirect(back_path(person.path), 303)
