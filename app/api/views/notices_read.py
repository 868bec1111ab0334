from flask_login import current_user

from app.api.blueprint import Blueprint, needs
from app.api.schemas.notifications import ReadUpTo
from app.extensions import db
from app.models import news
from app.models.access_token import Scope
from app.models.columns import now

bp = Blueprint("notices_read", __name__, "What somebody has read of it.")


@bp.post("/notifications/read")
@needs(Scope.NOTIFICATIONS_WRITE)
@bp.takes(ReadUpTo)
@bp.answers(204)
def create(given):
    """Mark a shelf as read; by default everything that is not set aside."""
    db.session.execute(news.reading(current_user, given["shelf"], now()))
    db.session.commit()
    return ""
