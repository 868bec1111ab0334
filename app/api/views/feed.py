from app.api import lists
from app.api.blueprint import Blueprint, needs
from app.api.schemas.answers import ArticleList
from app.api.schemas.requests import Stretch
from app.models.access_token import Scope

bp = Blueprint("feed", __name__, "What those write whom one follows.")


@bp.get("/articles/feed")
@needs(Scope.POSTS_READ)
@bp.asks(Stretch)
@bp.answers(200, ArticleList)
def index(asked):
    """List articles of people whom the reader follows, newest first."""
    return lists.fed(asked)
