from app.api import notifications
from app.api.blueprint import Blueprint, needs
from app.api.schemas.notifications import (
    NotificationSettingsAnswer,
    NotificationSettingsChange,
)
from app.extensions import db
from app.models.access_token import Scope

bp = Blueprint("notification_settings", __name__, "What one wants to be told of.")


@bp.get("/notifications/settings")
@needs(Scope.NOTIFICATIONS_READ)
@bp.answers(200, NotificationSettingsAnswer)
def show():
    """Show what the reader wants to be told of, and how."""
    return notifications.settings()


@bp.put("/notifications/settings")
@needs(Scope.NOTIFICATIONS_WRITE)
@bp.takes(NotificationSettingsChange)
@bp.answers(200, NotificationSettingsAnswer)
def update(given):
    """Choose what to be told of; what is not named stays."""
    notifications.choose(given)
    db.session.commit()
    return notifications.settings()
