from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web import audit, find
from app.web.current import current_session
from app.web.devices import device_name

bp = Blueprint("sessions", __name__, url_prefix="/settings/sessions")


@bp.post("/<id:key>/delete")
def destroy(key):
    """End one of the reader's sessions in another browser."""
    session = find.own_session(key)
    if session == current_session():
        abort(409, _("That is this browser. To leave it, use “Sign out”."))
    audit.record("session.ended", detail=device_name(session.device))
    db.session.delete(session)
    db.session.commit()
    flash(_("Signed out there."), "success")
    return redirect(url_for("security.index"), 303)
