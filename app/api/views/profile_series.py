from app.api import find, pages, serials
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.series import SeriesList
from app.models import Series, timelines
from app.models.access_token import Scope
from app.web.access import public
from app.web.current import reader
from app.web.pagination import paginate

bp = Blueprint("profile_series", __name__, "Series of somebody.")


@bp.get("/profiles/<username>/series")
@public
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, SeriesList)
@bp.fails(404)
def index(asked, username):
    """List the series of somebody in which the reader finds something."""
    person = find.profile(username)
    theirs = timelines.series_of(person, reader())
    page = paginate(theirs, Series.created_at, Series.id, asked["limit"])
    return pages.answer("series", page, lambda one: serials.in_list(one, person))
