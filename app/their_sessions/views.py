from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.web import audit, find
from app.web.access import permitted, sudo
from app.web.current import end_sessions_of
from app.web.shutting_out import end_tokens

bp = Blueprint(
    "their_sessions", __name__, url_prefix="/admin/people/<handle:handle>/sessions"
)


@bp.post("/delete")
@permitted(ADMINISTER)
@sudo
def destroy(handle):
    """Sign somebody out everywhere, programs that act for them too."""
    account = find.account(handle)
    end_sessions_of(account)
    end_tokens(account.user_id)
    audit.record("sessions.ended_by_admin", account)
    db.session.commit()
    flash(_("Signed out everywhere."), "success")
    return redirect(url_for("people.edit", handle=handle), 303)
