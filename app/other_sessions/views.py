from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web import audit
from app.web.current import end_other_sessions, rotate

bp = Blueprint("other_sessions", __name__, url_prefix="/settings/other-sessions")


@bp.post("/delete")
def destroy():
    """Sign the reader out everywhere but here."""
    end_other_sessions()
    rotate()
    audit.record("sessions.ended")
    db.session.commit()
    flash(_("You’re signed out everywhere else."), "success")
    return redirect(url_for("security.index"), 303)
