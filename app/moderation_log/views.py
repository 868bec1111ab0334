from flask import Blueprint, render_template
from flask_login import current_user

from app.models import ModerationAct
from app.models.permissions import MODERATE
from app.web.access import permitted
from app.web.pagination import paginate

bp = Blueprint("moderation_log", __name__, url_prefix="/moderation/log")


@bp.get("/")
@permitted(MODERATE)
def index():
    """List what moderators did, the newest first; nobody reads of themselves."""
    of_others = ModerationAct.about_id.is_distinct_from(current_user.id)
    log = ModerationAct.log().where(of_others)
    page = paginate(log, ModerationAct.created_at, ModerationAct.id)
    return render_template("moderation_log/index.html", page=page)
