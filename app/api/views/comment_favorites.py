from flask_login import current_user

from app.api import find_comments, threads
from app.api.blueprint import Blueprint, needs
from app.api.schemas.comments import ThreadCommentAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member

bp = Blueprint("comment_favorites", __name__, "Comments that one likes.")


@bp.post("/comments/<row:key>/favorite")
@needs(Scope.MARKS_WRITE)
@for_each_member("120 per minute")
@bp.answers(200, ThreadCommentAnswer)
@bp.fails(404)
def create(key):
    """Like a comment."""
    said = find_comments.readable(key)
    current_user.like_comment(said)
    return _answer(said)


@bp.delete("/comments/<row:key>/favorite")
@needs(Scope.MARKS_WRITE)
@for_each_member("120 per minute")
@bp.answers(200, ThreadCommentAnswer)
@bp.fails(404)
def destroy(key):
    """Like a comment no longer."""
    said = find_comments.readable(key)
    current_user.unlike_comment(said)
    return _answer(said)


def _answer(said):
    db.session.commit()
    return {"comment": threads.one(said)}
