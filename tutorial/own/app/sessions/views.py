from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web import find

bp = Blueprint("sessions", __name__, url_prefix="/settings/sessions")


@bp.post("/<id:key>/delete")
def destroy(key):
    """End one of the reader's sessions in another browser."""
    db.session.delete(find.own_session(key))
    db.session.commit()
    flash(_("Signed out there."), "success")
    return redirect(url_for("security.index"), 303)
