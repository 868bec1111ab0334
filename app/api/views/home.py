from app.api import timelines
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.timelines import HomeEntries
from app.models.access_token import Scope

bp = Blueprint(
    "home", __name__, "What comes to somebody of people and tags they follow."
)


@bp.get("/timelines/home")
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, HomeEntries)
def index(asked):
    """List what came to the reader, newest first, each with what brought it."""
    return timelines.home(asked)
