"""What follows from a message: a letter to whoever has not read it a while later."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import events
from app.extensions import db
from app.models import Message, Participant, User
from app.models.columns import now
from app.web.mail_kinds import unsubscribe_url, wants
from app.web.outbox import defer, delivers
from app.web.owner import tell
from app.web.pruning import before_pruning
from app.web.urls import absolute_url

KIND = "message"
#: Whoever is here reads it meanwhile, and needs no letter.
PATIENCE = timedelta(minutes=10)


@events.message_sent.connect
def tell_later(message):
    """Leave one letter for each who should hear of it, while nothing else waits."""
    due_at = now() + PATIENCE
    for user_id, read_id in db.session.execute(Participant.called_by(message)):
        # One for all that comes until they look at it again.
        once = f"{message.conversation_id} {user_id} {read_id}"
        keys = {"conversation_id": message.conversation_id, "user_id": user_id}
        defer("unread message", once, due_at=due_at, **keys)


@events.user_blocked.connect
def be_deaf(blocker, blocked):
    """Count nothing as unread of somebody whom one has just blocked."""
    blocker.stop_hearing(blocked)


@before_pruning
def forget():
    """Drop the words of what was taken back long ago."""
    db.session.execute(Message.forgetting())


@delivers("unread message")
def write(_row, conversation_id, user_id):
    """Write to somebody that a message waits, and whose; nothing of what it says."""
    side = db.session.scalar(_calling(conversation_id, user_id))
    if side is None or side.user.is_away or not wants(side.user.account, KIND):
        return
    message = db.session.scalar(side.user.calling_in(side).limit(1))
    if message is None:
        return
    account = side.user.account
    link = absolute_url("conversations.show", key=conversation_id, _anchor="latest")
    end = unsubscribe_url(account, KIND)
    who = message.author
    tell("unread_message", account, unsubscribe=end, link=link, author=who)


def _calling(conversation_id, user_id):
    person = joinedload(Participant.user).joinedload(User.account)
    key = {"conversation_id": conversation_id, "user_id": user_id}
    calling = select(Participant).filter_by(**key).where(Participant.calls())
    return calling.options(person)
