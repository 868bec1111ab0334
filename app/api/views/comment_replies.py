from app.api import find_comments, threads
from app.api.blueprint import Blueprint, needs
from app.api.schemas.comments import Comments
from app.api.schemas.lists import Place
from app.models.access_token import Scope
from app.web.access import public

bp = Blueprint("comment_replies", __name__, "What answers a comment.")


@bp.get("/comments/<row:key>/replies")
@public
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Comments)
@bp.fails(404)
def index(asked, key):
    """List all that answers a comment, however deep, as it is read."""
    return threads.answers(find_comments.comment(key), asked)
