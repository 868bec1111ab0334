from flask_login import current_user

from app.api import find, shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.answers import ArticleAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member

bp = Blueprint("favorites", __name__, "Articles that one likes.")


@bp.post("/articles/<slug>/favorite")
@needs(Scope.MARKS_WRITE)
@for_each_member("120 per minute")
@bp.answers(200, ArticleAnswer)
@bp.fails(404)
def create(slug):
    """Like an article."""
    post = find.article(slug)
    current_user.like(post)
    return _answer(post)


@bp.delete("/articles/<slug>/favorite")
@needs(Scope.MARKS_WRITE)
@for_each_member("120 per minute")
@bp.answers(200, ArticleAnswer)
@bp.fails(404)
def destroy(slug):
    """Like an article no longer."""
    post = find.article(slug)
    current_user.unlike(post)
    return _answer(post)


def _answer(post):
    db.session.commit()
    return {"article": shapes.article(find.shown_again(post))}
