from flask import Blueprint, render_template
from sqlalchemy import select
from sqlalchemy.orm import joinedload

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
    entries = select(AuditEntry).options(
        joinedload(AuditEntry.actor), joinedload(AuditEntry.user)
    )
    page = paginate(entries, AuditEntry.created_at, AuditEntry.id)
    return render_template("audit/index.html", page=page)
