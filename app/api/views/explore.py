from app.api import timelines as shown
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.timelines import Posts
from app.models import timelines
from app.models.access_token import Scope
from app.web.access import public
from app.web.current import reader

bp = Blueprint("explore", __name__, "What everybody writes.")


@bp.get("/timelines/explore")
@public
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Posts)
def index(asked):
    """List what everybody has published, newest first."""
    return shown.of_posts(timelines.everyone(reader()), asked)
