from flask import Blueprint, render_template
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from app.models import Notification, news
from app.models.columns import now
from app.web.afterwards import after_answer
from app.web.marks import ties_among
from app.web.news import by_day, told
from app.web.pagination import paginate

bp = Blueprint("notifications", __name__, url_prefix="/notifications")

#: The lists that can be looked at, and what people call them.
SHELVES = {
    "": _l("Everything"),
    "replies": _l("Replies"),
    "mentions": _l("Mentions"),
    "followers": _l("Followers"),
    "filtered": _l("Set aside"),
}


@bp.get("/")
@bp.get("/<any(replies, mentions, followers, filtered):shelf>")
def index(shelf=""):
    """Show what the reader is told of; what the page shows is read from then on."""
    present = now()
    found = news.of(current_user, shelf)
    page = paginate(found, Notification.newest_at, Notification.id)
    stories = told(current_user, page)
    _note(page, shelf, present)
    return render_template(
        "notifications/index.html",
        page=page,
        days=by_day(stories),
        shelf=shelf,
        shelves=SHELVES,
        ties=ties_among(_new_followers(stories)),
    )


def _note(page, shelf, present):
    until = present if page.is_first or not page else page.items[0].newest_at
    last = page.items[-1] if page.older else None
    noted = news.reading(current_user, shelf, until, last)
    after_answer(lambda: noted)


def _new_followers(stories):
    return [
        story.people[0]
        for story in stories
        if story.note.kind == "follow" and story.count == 1
    ]
