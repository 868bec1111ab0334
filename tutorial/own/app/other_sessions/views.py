from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import LoginSession
from app.web.current import current_session

bp = Blueprint("other_sessions", __name__, url_prefix="/settings/other-sessions")


@bp.post("/delete")
def destroy():
    """Sign the reader out everywhere but here."""
    others = LoginSession.end_of(current_user.id, but=current_session().id)
    db.session.execute(others)
    db.session.commit()
    flash(_("You’re signed out everywhere else."), "success")
    return redirect(url_for("security.index"), 303)
