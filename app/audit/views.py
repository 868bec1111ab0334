from flask import Blueprint, render_template

from app.models import AuditEntry
from app.models.permissions import ADMINISTER
from app.web.access import permitted, sudo
from app.web.pagination import paginate

bp = Blueprint("audit", __name__, url_prefix="/admin/audit")


@bp.get("/")
@permitted(ADMINISTER)
@sudo
def index():
    """List what happened to every account, newest first."""
    entries = AuditEntry.about_everybody()
    page = paginate(entries, AuditEntry.created_at, AuditEntry.id)
    return render_template("audit/index.html", page=page)
