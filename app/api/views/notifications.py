from flask_login import current_user

from app.api.blueprint import Blueprint, needs
from app.api.notifications import answer
from app.api.schemas.notifications import Notifications, ShelfQuery
from app.models import Notification, news
from app.models.access_token import Scope
from app.web.pagination import paginate

bp = Blueprint("notifications", __name__, "What somebody is told of.")


@bp.get("/notifications")
@needs(Scope.NOTIFICATIONS_READ)
@bp.asks(ShelfQuery)
@bp.answers(200, Notifications)
def index(asked):
    """List what the reader is told of, newest first; it stays unread."""
    found, size = news.of(current_user, asked["shelf"]), asked["limit"]
    return answer(paginate(found, Notification.newest_at, Notification.id, size=size))
