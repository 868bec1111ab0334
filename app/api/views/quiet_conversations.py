from app.api.blueprint import Blueprint, needs
from app.extensions import db
from app.models.access_token import Scope
from app.web import conversations

bp = Blueprint("quiet_conversations", __name__, "Those that call for no attention.")


@bp.post("/conversations/<row:key>/mute")
@needs(Scope.MESSAGES_WRITE)
@bp.answers(204)
@bp.fails(404)
def create(key):
    """Let a conversation call for no attention, neither here nor by mail."""
    conversations.own(key).is_muted = True
    db.session.commit()
    return ""


@bp.delete("/conversations/<row:key>/mute")
@needs(Scope.MESSAGES_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """Let a conversation be heard again."""
    conversations.own(key).is_muted = False
    db.session.commit()
    return ""
