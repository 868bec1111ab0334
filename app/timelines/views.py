from flask import Blueprint, render_template
from flask_login import current_user

from app.models import TimelineEntry, homes
from app.web.access import public
from app.web.afterwards import after_answer
from app.web.front import front_page
from app.web.pagination import paginate

bp = Blueprint("timelines", __name__)


@bp.get("/")
@public
def index():
    """Show a member their timeline, and a visitor what this place is."""
    if current_user.is_anonymous:
        return render_template("timelines/welcome.html", front=front_page())
    page = paginate(homes.home(), TimelineEntry.at, TimelineEntry.post_id)
    if page.is_first and current_user.account.is_due_a_look:
        after_answer(current_user.account.look)
    return render_template(
        "timelines/index.html",
        page=page,
        last_here=current_user.account.last_here,
        first_known=_first_known(page, current_user.account.last_here),
    )


def _first_known(page, last_here):
    """The key of the post below which nothing is new, if that is on this page."""
    if last_here is None:
        return None
    new = [entry for entry in page if entry.at > last_here]
    rest = page.items[len(new) :]
    return rest[0].post_id if rest and (new or not page.is_first) else None
