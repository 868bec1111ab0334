from app.api import messages
from app.api.blueprint import Blueprint, needs
from app.api.rights import may_publish
from app.api.schemas.lists import Place
from app.api.schemas.messages import MessageAnswer, Messages, NewMessage
from app.extensions import db
from app.models.access_token import Scope
from app.web import conversations
from app.web.limits import for_each_member

bp = Blueprint("messages", __name__, "What was said in a conversation.")


@bp.get("/conversations/<row:key>/messages")
@needs(Scope.MESSAGES_READ)
@bp.asks(Place)
@bp.answers(200, Messages)
@bp.fails(404)
def index(asked, key):
    """List what was said in a conversation, newest first; it stays unread."""
    return messages.said_in(conversations.own(key), asked["limit"])


@bp.post("/conversations/<row:key>/messages")
@needs(Scope.MESSAGES_WRITE)
@for_each_member("30 per minute")
@bp.takes(NewMessage)
@bp.answers(201, MessageAnswer)
@bp.fails(403, 404)
def create(given, key):
    """Say something in a conversation."""
    side = conversations.own(key)
    may_publish()
    said = messages.say(side, given["body"])
    db.session.commit()
    return messages.just_said(said)


@bp.delete("/conversations/<row:key>/messages/<row:number>")
@needs(Scope.MESSAGES_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key, number):
    """Take back what one has said: from now on nobody reads it here."""
    conversations.own_message(key, number).take_back()
    db.session.commit()
    return ""
