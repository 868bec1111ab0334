from flask_login import current_user

from app.api import find_series, pages, serials
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.series import NewSeries, SeriesAnswer, SeriesChange, SeriesList
from app.extensions import db
from app.models import Series
from app.models.access_token import Scope
from app.web.access import public
from app.web.limits import for_each_member
from app.web.pagination import paginate

bp = Blueprint("series", __name__, "Posts that belong together, in an order.")


@bp.get("/series")
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, SeriesList)
def index(asked):
    """List one's own series, the newest first."""
    mine = current_user.series().order_by(None)
    page = paginate(mine, Series.created_at, Series.id, asked["limit"])
    return pages.answer("series", page, lambda one: serials.in_list(one, current_user))


@bp.get("/series/<slug>")
@public
@needs(Scope.POSTS_READ)
@bp.answers(200, SeriesAnswer)
@bp.fails(404)
def show(slug):
    """Show a series with what the reader finds in it; of one's own with all."""
    return _answer(*find_series.series(slug))


@bp.post("/series")
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.takes(NewSeries)
@bp.answers(201, SeriesAnswer)
def create(given):
    """Begin a series."""
    series = current_user.begin_series(given["title"], given["description"])
    series.arrange(find_series.own_posts(given["posts"]))
    db.session.commit()
    return _answer(series, current_user)


@bp.put("/series/<slug>")
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.takes(SeriesChange)
@bp.answers(200, SeriesAnswer)
@bp.fails(403, 404)
def update(given, slug):
    """Change what a series says of itself, or what is in it, and in which order."""
    series = find_series.own(slug)
    series.title = given.get("title", series.title)
    series.summary = given.get("description", series.summary)
    if "posts" in given:
        series.arrange(find_series.own_posts(given["posts"]))
    db.session.commit()
    return _answer(series, current_user)


@bp.delete("/series/<slug>")
@needs(Scope.POSTS_WRITE)
@bp.answers(204)
@bp.fails(403, 404)
def destroy(slug):
    """Take a series apart; its posts stay."""
    db.session.delete(find_series.own(slug))
    db.session.commit()
    return ""


def _answer(series, author):
    return {"series": serials.whole(series, author)}
