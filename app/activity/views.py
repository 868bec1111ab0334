from flask import Blueprint, render_template
from flask_login import current_user

from app.models import AuditEntry
from app.web.pagination import paginate

bp = Blueprint("activity", __name__, url_prefix="/settings/activity")


@bp.get("/")
def index():
    """List what happened to the reader's account, newest first."""
    entries = AuditEntry.about(current_user)
    page = paginate(entries, AuditEntry.created_at, AuditEntry.id)
    return render_template("activity/index.html", page=page)
