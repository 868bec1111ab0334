"""Conversations as their pages show them: with whom, what was said, what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort, render_template
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.orm import contains_eager, joinedload

from app.extensions import db
from app.models import Conversation, Message, Participant, User
from app.web.afterwards import after_answer
from app.web.message_form import LetterForm, MessageForm
from app.web.pagination import Page, paginate

#: How many messages stand on one page, and how many conversations beside it.
PAGE = 30
LATEST = 20


@dataclass(frozen=True)
class Talk:
    """One conversation as the reader sees it."""

    side: Participant
    #: The others who are in it; of two alone the other one, wherever they are.
    others: Sequence[User]

    @property
    def key(self) -> int:
        return self.side.conversation_id

    @property
    def calls(self) -> bool:
        """Whether it is counted among what asks to be looked at."""
        return self.side.is_unread and not self.side.is_muted

    @property
    def last(self) -> Message | None:
        """What was said last, if the reader has seen nothing of it before they left."""
        newest = self.side.newest
        return newest if newest and newest.id > self.side.since_id else None

    @property
    def partner(self) -> User | None:
        """With whom the reader talks alone; None is somebody who is gone for good."""
        return next(iter(self.others), None)

    def may_go_on(self) -> bool:
        """Whether somebody would get what the reader says here."""
        if not self.side.conversation.is_pair:
            return any(not person.is_away for person in self.others)
        return self.partner is not None and current_user.may_write_to(self.partner)


def own(key: int) -> Participant:
    """The reader's side of a conversation that they are in, or 404."""
    mine = current_user.conversations().where(Participant.conversation_id == key)
    found: Participant | None = db.session.scalar(mine)
    return found if found is not None else abort(404)


def with_the_one_in(form: LetterForm) -> int | None:
    """The number of the talk that the reader has already with whom ``form`` is for."""
    if len(form.to.people) != 1:
        return None
    ours = Conversation.between(current_user.id, form.to.people[0].id)
    side = db.session.scalar(current_user.conversations().where(ours))
    return side.conversation_id if side else None


def own_message(key: int, number: int) -> Message:
    """What the reader said in a conversation that they are in."""
    side = own(key)
    said = current_user.messages_in(side).where(
        Message.id == number, Message.author_id == current_user.id
    )
    found: Message | None = db.session.scalar(said)
    return found if found is not None else abort(404)


def messages_of(
    side: Participant, size: int = PAGE, shown: Sequence[Any] = ()
) -> Page[Message]:
    """A page of what was said, the newest first.

    :param shown: options that bring along more of each author.
    """
    said = current_user.messages_in(side)
    if shown:
        said = said.options(joinedload(Message.author).options(*shown))
    return paginate(said, Message.created_at, Message.id, size=size)


def messages_after(side: Participant, place: str) -> Sequence[Message]:
    """What was said since the message with this number, the oldest first."""
    number = int(place) if place.isdecimal() and len(place) < 19 else 0
    said = current_user.messages_in(side).where(Message.id > number)
    return db.session.scalars(said.order_by(Message.id).limit(PAGE)).all()


def note_reading(side: Participant, messages: Iterable[Message]) -> None:
    """Note that the reader has seen ``messages``, once the answer is made."""
    up_to = max((message.id for message in messages), default=0)
    up_to = max(up_to, side.heard_id)
    if side.read_id < up_to:
        noted = side.reading(up_to)
        after_answer(lambda: noted)


def may_send(form: MessageForm, side: Participant) -> bool:
    """Whether what was typed can be said; else the form says why not."""
    if not form.validate():
        return False
    [talk] = talks([side])
    if not talk.may_go_on():
        form.refuse(refusal(talk))
        return False
    return True


def refusal(talk: Talk) -> str:
    """Why nobody gets what the reader would say, in words that blame nobody."""
    if not talk.side.conversation.is_pair:
        return _("Everybody else has left this conversation.")
    return _("They don’t take messages from you at the moment.")


def list_page() -> str:
    """The list of all conversations."""
    mine = current_user.conversations()
    page = paginate(mine, Participant.moved_at, Participant.conversation_id)
    return render_template("conversations/index.html", page=page, talks=talks(page))


def thread_page(side: Participant, form: MessageForm) -> str:
    """One conversation with a sheet to go on writing, beside the latest others."""
    messages = messages_of(side)
    if messages.is_first:
        note_reading(side, messages)
    talk, *others = talks([side, *_latest()])
    return render_template(
        "conversations/show.html",
        talk=talk,
        talks=others,
        messages=messages,
        form=form,
        refusal=None if talk.may_go_on() else refusal(talk),
    )


def talks(sides: Iterable[Participant], shown: Sequence[Any] = ()) -> list[Talk]:
    """``sides`` of the reader, and with whom they talk there, in one statement.

    :param shown: options that bring along more of each person.
    """
    sides = list(sides)
    seats: defaultdict[int, list[Participant]] = defaultdict(list)
    keys = {side.conversation_id for side in sides}
    among = Participant.among(keys)
    if shown:
        among = among.options(contains_eager(Participant.user).options(*shown))
    for seat in db.session.scalars(among) if keys else ():
        seats[seat.conversation_id].append(seat)
    return [Talk(side, _others(side, seats[side.conversation_id])) for side in sides]


def _latest() -> Sequence[Participant]:
    newest = (Participant.moved_at.desc(), Participant.conversation_id.desc())
    latest = current_user.conversations().order_by(*newest).limit(LATEST)
    return db.session.scalars(latest).all()


def _others(side: Participant, seats: Iterable[Participant]) -> list[User]:
    is_pair = side.conversation.is_pair
    return [
        seat.user
        for seat in seats
        if seat.user_id != side.user_id and (is_pair or seat.left_at is None)
    ]
