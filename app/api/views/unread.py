from app.api.blueprint import Blueprint, needs
from app.api.schemas.notifications import UnreadAnswer
from app.extensions import db
from app.models import news
from app.models.access_token import Scope
from app.web.current import as_reader

bp = Blueprint("unread", __name__, "How much is unread.")


@bp.get("/notifications/unread")
@needs(Scope.NOTIFICATIONS_READ)
@bp.answers(200, UnreadAnswer)
def show():
    """Count what the reader has not read yet."""
    return {"unread": {"count": db.session.scalar(news.unread(), as_reader())}}
