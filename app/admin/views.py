from flask import Blueprint, redirect, url_for
from flask_login import current_user

from app.models.permissions import ADMINISTER, MODERATE
from app.web.access import permitted, sudo

bp = Blueprint("admin", __name__, url_prefix="/admin")


@bp.get("/")
@permitted(MODERATE)
@sudo
def index():
    """Lead to the first page that the reader may see."""
    is_admin = current_user.can(ADMINISTER)
    page = "people.index" if is_admin else "join_requests.index"
    return redirect(url_for(page), 303)
