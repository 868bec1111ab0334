from flask_login import current_user

from app.api import find_comments, threads
from app.api.blueprint import Blueprint, needs
from app.api.schemas.comments import Hiding, ThreadCommentAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member
from app.web.problems import refuse

bp = Blueprint("comment_hidings", __name__, "Comments hidden below one's own posts.")


@bp.post("/comments/<row:key>/hiding")
@needs(Scope.COMMENTS_WRITE)
@for_each_member("60 per minute")
@bp.takes(Hiding)
@bp.answers(200, ThreadCommentAnswer)
@bp.fails(404)
def create(given, key):
    """Hide a comment below a post of one's own, and say why."""
    said = find_comments.hosted(key)
    if said.hidden_at is None:
        said.hide(current_user, given["why"])
    return _answer(said)


@bp.delete("/comments/<row:key>/hiding")
@needs(Scope.COMMENTS_WRITE)
@for_each_member("60 per minute")
@bp.answers(200, ThreadCommentAnswer)
@bp.fails(404)
def destroy(key):
    """Show it again; what moderators have hidden is not a writer's to show."""
    said = find_comments.hosted(key)
    if not said.is_hidden_by_author:
        refuse(403, comment="was not hidden by you")
    said.show()
    return _answer(said)


def _answer(said):
    db.session.commit()
    return {"comment": threads.one(said)}
