from flask import Blueprint, render_template
from flask_login import current_user

from app.models import Notification, news
from app.web.pagination import paginate

bp = Blueprint("notifications", __name__, url_prefix="/notifications")


@bp.get("/")
def index():
    """Show what the reader is told of. Looking at it changes nothing."""
    page = paginate(news.of(current_user), Notification.created_at, Notification.id)
    return render_template("notifications/index.html", page=page)
