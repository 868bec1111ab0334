"""How much is new to the reader."""

from flask import g
from flask_login import current_user

from app.extensions import db
from app.models import news


def unread_count() -> int:
    """How many things are news to the reader, asked for once a request."""
    if current_user.is_anonymous:
        return 0
    if "unread" not in g:
        g.unread = db.session.scalar(news.unread(current_user)) or 0
    return int(g.unread)


def shown_count(count: int) -> str:
    """The number in its badge; what is not counted to the end is 99+."""
    return "99+" if count > 99 else str(count)
