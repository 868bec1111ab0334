from flask import Blueprint
from flask_babel import ngettext as _n

from app.web.news import shown_count, unread_count

bp = Blueprint("unread", __name__, url_prefix="/notifications/unread")


@bp.get("/")
def show():
    """Say how many notifications are unread, as a number and as words."""
    count = unread_count()
    words = _n("%(num)d unread notification", "%(num)d unread notifications", count)
    answer = {"count": count, "shown": shown_count(count), "words": words}
    return answer, {"Cache-Control": "no-store"}
