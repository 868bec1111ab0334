from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import LoginSession
from app.web import audit
from app.web.current import current_session
from app.web.devices import device_name

bp = Blueprint("sessions", __name__, url_prefix="/settings/sessions")


@bp.post("/<id:key>/delete")
def destroy(key):
    """End one of the reader's sessions in another browser."""
    theirs = LoginSession.of(current_user).where(LoginSession.id == key)
    session = db.session.scalar(theirs) or abort(404)
    if session == current_session():
        abort(409, _("That is this browser. To leave it, use “Sign out”."))
    audit.record("session.ended", detail=device_name(session.device))
    db.session.delete(session)
    db.session.commit()
    flash(_("Signed out there."), "success")
    return redirect(url_for("security.index"), 303)
