"""What people of the demo site say to each other in private."""

from datetime import timedelta

from sqlalchemy import select

from app.demo import content
from app.extensions import db
from app.models import Conversation, Participant
from app.models.columns import now


def talk(people):
    """Have the conversations of ``talks.toml``, unless they were had before."""
    for number, one in enumerate(content.talks()):
        first, *others = (people[handle] for handle in one["people"])
        if db.session.scalar(first.said_on(_key(number, 0))) is None:
            _have(number, first, others, one["messages"], people)


def _have(number, first, others, messages, people):
    for place, said in enumerate(messages):
        author, key = people[said["by"]], _key(number, place)
        if place == 0:
            message = first.write_to(others, said["words"], key)
        else:
            message = author.say(_conversation(message), said["words"], key)
        message.created_at = now() - timedelta(minutes=said["minutes_ago"])
    for side in _sides(message):
        side.moved_at = message.created_at
        side.read_at = side.read_at and message.created_at


def _conversation(message):
    return db.session.get(Conversation, message.conversation_id)


def _sides(message):
    theirs = Participant.conversation_id == message.conversation_id
    return db.session.scalars(select(Participant).where(theirs))


def _key(number, place):
    return f"demo:talk-{number}-{place}"
