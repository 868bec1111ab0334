from app.api.blueprint import Blueprint, needs
from app.extensions import db
from app.models.access_token import Scope
from app.web import conversations

bp = Blueprint("conversations_read", __name__, "What somebody has seen of them.")


@bp.post("/conversations/<row:key>/read")
@needs(Scope.MESSAGES_WRITE)
@bp.answers(204)
@bp.fails(404)
def create(key):
    """Mark a conversation as read, up to what was said last."""
    side = conversations.own(key)
    db.session.execute(side.reading(max(side.newest_id, side.heard_id)))
    db.session.commit()
    return ""
