from app.api import timelines as shown
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.timelines import Posts
from app.models import Post, timelines
from app.models.access_token import Scope
from app.web.access import public
from app.web.current import reader

bp = Blueprint("popular", __name__, "What people like and pass on.")


@bp.get("/timelines/popular")
@public
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Posts)
def index(asked):
    """List what people like and pass on of late, the most first."""
    return shown.of_posts(timelines.popular(reader()), asked, Post.warm_at)
