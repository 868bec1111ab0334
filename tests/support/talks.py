"""People who talk in private, and what each of them sees of it."""

from app.extensions import db
from app.lib.tokens import new_form_key
from app.models import Message, Participant, User


def write(
    author: User, people: list[User], body: str = "Is the kettle on?", key: str = ""
) -> Message:
    """Send a message from a sheet of its own, or from the one called ``key``."""
    message = author.write_to(people, body, key or new_form_key())
    db.session.commit()
    return message


def side_of(person: User, message: Message) -> Participant:
    """What the database has of somebody's side of a conversation."""
    db.session.expire_all()
    side = db.session.get(Participant, (message.conversation_id, person.id))
    assert side is not None
    return side


def said_to(person: User, message: Message) -> list[str]:
    """What somebody sees of a conversation, the oldest first."""
    mine = person.conversations().where(
        Participant.conversation_id == message.conversation_id
    )
    side = db.session.scalars(mine).one()
    seen = db.session.scalars(person.messages_in(side).order_by(Message.id))
    return [one.body for one in seen]


def unread(person: User) -> int:
    """How many conversations ask somebody to be looked at."""
    db.session.expire(person)
    return person.unread_conversations
