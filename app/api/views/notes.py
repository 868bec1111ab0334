from app.api import find, timelines
from app.api.blueprint import Blueprint, needs
from app.api.schemas.timelines import Posts
from app.api.schemas.writing import NoteQuery
from app.models import Post
from app.models import timelines as screens
from app.models.access_token import Scope
from app.web.access import public
from app.web.current import reader

bp = Blueprint("notes", __name__, "Posts without a title, whoever wrote them.")


@bp.get("/notes")
@public
@needs(Scope.POSTS_READ)
@bp.asks(NoteQuery)
@bp.answers(200, Posts)
@bp.fails(404)
def index(asked):
    """List notes, newest first: all that the reader finds, or those of somebody."""
    if "author" in asked:
        found = screens.by(find.profile(asked["author"]), reader())
    else:
        found = screens.everyone(reader())
    return timelines.of_posts(found.where(Post.title == ""), asked)
