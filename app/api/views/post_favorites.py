from flask_login import current_user

from app.api import find_posts, marking
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.posts import PostAnswer
from app.api.schemas.timelines import Posts
from app.models import Like, echoes
from app.models.access_token import Scope
from app.web.limits import for_each_member

bp = Blueprint("post_favorites", __name__, "Posts of any kind that one likes.")


@bp.get("/favorites")
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Posts)
def index(asked):
    """List what the reader likes and may still read, the latest first."""
    return marking.listed(echoes.liked(current_user), Like, asked)


@bp.post("/posts/<slug>/favorite")
@needs(Scope.MARKS_WRITE)
@for_each_member("120 per minute")
@bp.answers(200, PostAnswer)
@bp.fails(404)
def create(slug):
    """Like a post."""
    post = find_posts.published(slug)
    current_user.like(post)
    return marking.answer(post)


@bp.delete("/posts/<slug>/favorite")
@needs(Scope.MARKS_WRITE)
@for_each_member("120 per minute")
@bp.answers(200, PostAnswer)
@bp.fails(404)
def destroy(slug):
    """Like a post no longer."""
    post = find_posts.published(slug)
    current_user.unlike(post)
    return marking.answer(post)
