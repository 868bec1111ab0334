from app.api import search
from app.api.blueprint import Blueprint, needs
from app.api.schemas.search import Found, SearchQuery
from app.models.access_token import Scope
from app.web.access import public
from app.web.limits import for_each_reader

bp = Blueprint("search", __name__, "Looking for posts, people and tags.")


@bp.get("/search")
@public
@needs(Scope.POSTS_READ)
@for_each_reader("120 per minute")
@bp.asks(SearchQuery)
@bp.answers(200, Found)
def index(asked):
    """List what the reader finds, the best first; nothing for no words."""
    return search.answer(asked)
