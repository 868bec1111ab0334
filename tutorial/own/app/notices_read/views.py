from flask import Blueprint, redirect, url_for
from flask_login import current_user

from app.extensions import db
from app.models import news

bp = Blueprint("notices_read", __name__, url_prefix="/notifications/read")


@bp.post("/")
def create():
    """Mark everything as read."""
    db.session.execute(news.reading(current_user))
    db.session.commit()
    return redirect(url_for("notifications.index"), 303)
