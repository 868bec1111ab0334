from flask_login import current_user

from app.api import messages
from app.api.blueprint import Blueprint, needs
from app.api.rights import may_publish
from app.api.schemas.lists import Place
from app.api.schemas.messages import (
    ConversationAnswer,
    Conversations,
    NewConversation,
)
from app.extensions import db
from app.models.access_token import Scope
from app.web import conversations
from app.web.limits import for_each_member

bp = Blueprint("conversations", __name__, "What people say to each other in private.")


@bp.get("/conversations")
@needs(Scope.MESSAGES_READ)
@bp.asks(Place)
@bp.answers(200, Conversations)
def index(asked):
    """List the reader's conversations, what moved last first."""
    return messages.of_reader(asked["limit"])


@bp.get("/conversations/<row:key>")
@needs(Scope.MESSAGES_READ)
@bp.answers(200, ConversationAnswer)
@bp.fails(404)
def show(key):
    """Show one conversation, and whether one can go on there."""
    return messages.one(key)


@bp.post("/conversations")
@needs(Scope.MESSAGES_WRITE)
@for_each_member("20 per hour", of_newcomers="5 per hour")
@bp.takes(NewConversation)
@bp.answers(201, ConversationAnswer)
def create(given):
    """Write to somebody, with whom it goes on, or to several, with whom it begins."""
    may_publish()
    said = messages.write(given)
    db.session.commit()
    return messages.one(said.conversation_id)


@bp.delete("/conversations/<row:key>")
@needs(Scope.MESSAGES_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """Leave a conversation: the reader sees no more of it, the others go on."""
    current_user.leave_conversation(conversations.own(key).conversation)
    db.session.commit()
    return ""
