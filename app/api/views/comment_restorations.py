from app.api import find_comments, threads
from app.api.blueprint import Blueprint, needs
from app.api.schemas.comments import ThreadCommentAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member

bp = Blueprint("comment_restorations", __name__, "Comments that were taken back.")


@bp.post("/comments/<row:key>/restoration")
@needs(Scope.COMMENTS_WRITE)
@for_each_member("60 per minute")
@bp.answers(200, ThreadCommentAnswer)
@bp.fails(404)
def create(key):
    """Have a comment of one's own read again, as long as its words are kept."""
    said = find_comments.own(key)
    said.give_back()
    db.session.commit()
    return {"comment": threads.one(said)}
