from flask_login import current_user

from app.api import find_posts, marking
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.posts import PostAnswer
from app.api.schemas.timelines import Posts
from app.models import Bookmark, echoes
from app.models.access_token import Scope
from app.web.limits import for_each_member

bp = Blueprint("bookmarks", __name__, "Posts saved for later; nobody learns of it.")


@bp.get("/bookmarks")
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Posts)
def index(asked):
    """List what the reader saved and may still read, the latest first."""
    return marking.listed(echoes.saved(current_user), Bookmark, asked)


@bp.post("/posts/<slug>/bookmark")
@needs(Scope.MARKS_WRITE)
@for_each_member("120 per minute")
@bp.answers(200, PostAnswer)
@bp.fails(404)
def create(slug):
    """Save a post to read it again."""
    post = find_posts.published(slug)
    current_user.save(post)
    return marking.answer(post)


@bp.delete("/posts/<slug>/bookmark")
@needs(Scope.MARKS_WRITE)
@for_each_member("120 per minute")
@bp.answers(200, PostAnswer)
@bp.fails(404)
def destroy(slug):
    """Take a post from what the reader saved."""
    post = find_posts.published(slug)
    current_user.unsave(post)
    return marking.answer(post)
