from flask import Blueprint

from app.models import Post, timelines
from app.web.access import public
from app.web.feeds import answer
from app.web.pagination import paginate

bp = Blueprint("feeds", __name__)


@bp.get("/feed.<any(atom, rss, json):shape>")
@public
def show(shape):
    """Hand out what everybody has published, newest first."""
    page = paginate(timelines.explore(), Post.published_at, Post.id)
    return answer(shape, "Inklings", "/", page)
