from app.api import find
from app.api import timelines as shown
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.timelines import Posts
from app.models import timelines
from app.models.access_token import Scope
from app.web.access import public
from app.web.current import reader

bp = Blueprint("profile_posts", __name__, "What somebody has published.")


@bp.get("/profiles/<username>/posts")
@public
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Posts)
@bp.fails(404)
def index(asked, username):
    """List what somebody has published, newest first."""
    theirs = timelines.by(find.profile(username), reader())
    return shown.of_posts(theirs, asked)
