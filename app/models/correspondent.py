"""Who talks with others in private, and what of it is new to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    ScalarSelect,
    Select,
    Update,
    and_,
    case,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import (
    InstrumentedAttribute,
    Mapped,
    contains_eager,
    joinedload,
)

from app import events
from app.extensions import db
from app.lib.markdown import render_modest
from app.lib.tokens import new_form_key
from app.models.columns import now
from app.models.conversation import Conversation
from app.models.message import Message
from app.models.mute import Mute, lasts
from app.models.participant import Participant
from app.models.references import known

if TYPE_CHECKING:
    from app.models.user import User

#: Unread conversations beyond this many are not counted.
COUNTED = 100


class Correspondent:
    """The part of a user that talks with others in private."""

    if TYPE_CHECKING:
        id: Mapped[int]
        unread_conversations: Mapped[int]

        def apart_ids(self) -> CompoundSelect[int]: ...

        def unheard_ids(self) -> CompoundSelect[int]: ...

        @classmethod
        def is_here(cls) -> ColumnElement[bool]: ...

    def conversations(self) -> Select[Participant]:
        """Their side of all that they are in, each with what was said last."""
        # Of whom they met among others and are apart from now, they hear no more.
        is_heard = or_(
            Conversation.is_pair,
            Message.author_id.is_(None),
            Message.author_id.not_in(self.apart_ids()),
        )
        newest = and_(Message.id == Participant.newest_id, is_heard)
        last = contains_eager(Participant.newest)
        return (
            select(Participant)
            .join(Participant.conversation)
            .outerjoin(Message, newest)
            .outerjoin(Message.author)
            .options(
                contains_eager(Participant.conversation),
                last,
                last.contains_eager(Message.author),
            )
            .where(Participant.user_id == self.id, Participant.is_in())
        )

    def messages_in(self, side: Participant) -> Select[Message]:
        """What was said in a conversation, as far as they see it."""
        seen = select(Message).where(
            Message.conversation_id == side.conversation_id,
            Message.id > side.since_id,
        )
        if not side.conversation.is_pair:
            is_near = Message.author_id.not_in(self.apart_ids())
            seen = seen.where(or_(Message.author_id.is_(None), is_near))
        return seen.options(joinedload(Message.author))

    def calling_in(self, side: Participant) -> Select[Message]:
        """What waits there for them by now, of those whom they hear; the newest first.

        Since it was said it may be taken back, or its author blocked, muted or away.
        """
        is_heard = and_(
            Message.author_id.not_in(self.unheard_ids()), type(self).is_here()
        )
        waiting = (
            select(Message)
            .outerjoin(Message.author)
            .options(contains_eager(Message.author))
            .where(
                Message.conversation_id == side.conversation_id,
                Message.id.between(max(side.read_id, side.since_id) + 1, side.heard_id),
                Message.deleted_at.is_(None),
                or_(Message.author_id.is_(None), is_heard),
            )
        )
        return waiting.order_by(Message.id.desc())

    def write_to(self, people: Sequence[User], body: str, form_key: str) -> Message:
        """Say something to ``people``: with one it goes on, with several it begins.

        Sent twice from one sheet it is one message, in one conversation.
        """
        self._lock_sheets()
        everybody = [cast("User", self), *people]
        if len(people) == 1:
            talk = Conversation.of_two(*everybody)
        else:
            begun = self._begun_on(form_key, everybody)
            talk = begun or Conversation.of_several(everybody)
        return self.say(talk, body, form_key)

    def say(self, talk: Conversation, body: str, form_key: str) -> Message:
        """Add a message to ``talk``; what was sent before from this sheet is no other.

        Another text from the same sheet, as after a step back, is another message.
        """
        talk.lock()
        sent = db.session.scalar(self.said_on(form_key))
        if sent and (sent.conversation_id, sent.body) == (talk.id, body):
            return sent
        if talk.is_pair:
            talk.bring_back()
        message = Message(
            conversation_id=talk.id,
            author_id=self.id,
            body=body,
            body_html=render_modest(body, look_up=known).html,
            form_key=new_form_key() if sent else form_key,
            created_at=now(),
        )
        db.session.add(message)
        db.session.flush()
        self._move(message)
        events.message_sent.send(message)
        return message

    def said_on(self, form_key: str) -> Select[Message]:
        """What was sent from the sheet with this key before, if anything."""
        return select(Message).where(
            Message.author_id == self.id, Message.form_key == form_key
        )

    def own_words(self) -> Select[Message]:
        """All that they have said anywhere, the oldest first."""
        said = select(Message).where(Message.author_id == self.id)
        return said.order_by(Message.id)

    def leave_conversation(self, talk: Conversation) -> None:
        """See no more of it; who talks alone with this person may begin anew."""
        talk.lock()
        # Having written once is no invitation for ever.
        gone = {"left_at": now(), "wrote_at": None}
        mine = _sides(talk.id).where(Participant.user_id == self.id)
        db.session.execute(mine.where(Participant.is_in()).values(**gone))

    def stop_hearing(self, other: User) -> None:
        """Let nothing ask to be read that ``other`` said to this person alone."""
        ours = select(Conversation.id).where(Conversation.between(self.id, other.id))
        mine = update(Participant).where(
            Participant.conversation_id.in_(ours), Participant.user_id == self.id
        )
        read = mine.values(read_id=Participant.newest_id)
        db.session.execute(read.execution_options(synchronize_session=False))

    def _begun_on(self, form_key: str, people: Sequence[User]) -> Conversation | None:
        """The conversation of just these people that this sheet has begun."""
        sent = db.session.scalar(self.said_on(form_key))
        talk = sent and db.session.get(Conversation, sent.conversation_id)
        return talk if talk and talk.is_of(people) else None

    def _move(self, message: Message) -> None:
        """Put the conversation first, for everybody who can see what was said."""
        muters = select(Mute.muter_id).where(
            Mute.muted_id == self.id, lasts(Mute.until)
        )
        is_heard = Participant.user_id.not_in(muters)
        sides = _sides(message.conversation_id)
        seeing = sides.where(
            Participant.is_in(), Participant.user_id.not_in(self.apart_ids())
        )
        db.session.execute(
            seeing.values(
                moved_at=message.created_at,
                newest_id=message.id,
                heard_id=case((is_heard, message.id), else_=Participant.heard_id),
            )
        )
        mine = {"read_id": message.id, "read_at": message.created_at}
        db.session.execute(
            sides.where(Participant.user_id == self.id).values(
                **mine, wrote_at=message.created_at
            )
        )

    def _lock_sheets(self) -> None:
        """Of two presses at once the second waits, and finds what the first sent."""
        me = select(type(self).id).where(type(self).id == self.id)
        db.session.execute(me.with_for_update(key_share=True))


def unread_conversations(person_id: InstrumentedAttribute[int]) -> ScalarSelect[int]:
    """How many ask somebody to be looked at: it comes with the session of a reader."""
    calling = select(Participant.user_id).where(
        Participant.user_id == person_id, Participant.calls()
    )
    person = person_id.class_
    few = calling.limit(COUNTED).correlate(person).subquery()
    counted = select(func.count()).select_from(few).correlate(person)
    return counted.scalar_subquery()


def _sides(conversation_id: int) -> Update:
    """A change of rows that nobody goes on reading in this transaction."""
    rows = update(Participant).where(Participant.conversation_id == conversation_id)
    return rows.execution_options(synchronize_session=False)
