from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.web import audit, find_tokens
from app.web.shutting_out import end_application

bp = Blueprint(
    "allowed_applications", __name__, url_prefix="/settings/allowed-applications"
)


@bp.post("/<id:key>/delete")
def destroy(key):
    """Let an application in no longer: all of its tokens end at once."""
    allowed = find_tokens.allowed_application(key)
    end_application(current_user.id, key)
    audit.record("application.ended", detail=allowed.application.name)
    db.session.commit()
    flash(_("Done. It can’t act for you any more."), "success")
    return redirect(url_for("access_tokens.index"), 303)
