"""How conversations look to programs, and how something is said in one."""

from flask_login import current_user
from sqlalchemy.orm import contains_eager
from sqlalchemy.orm.attributes import set_committed_value

from app.api import pages
from app.api.people import IN_LIST, person
from app.api.shapes import moment
from app.lib.tokens import new_form_key
from app.models import Message, Participant, Ties
from app.web import conversations
from app.web.current import reader
from app.web.marks import ties_among
from app.web.message_form import LetterForm, MessageForm
from app.web.pagination import paginate
from app.web.problems import Problem

_NAMES = {"to": "people"}


def of_reader(size):
    """A page of the conversations that the reader is in."""
    author = contains_eager(Participant.newest).contains_eager(Message.author)
    mine = current_user.conversations().options(author.options(*IN_LIST))
    key = Participant.conversation_id
    page = paginate(mine, Participant.moved_at, key, size=size)
    talks = conversations.talks(page, shown=IN_LIST)
    shown = dict(zip(page, talks, strict=True))
    ties = _ties_in(talks)
    return pages.answer("conversations", page, lambda side: _talk(shown[side], ties))


def one(key):
    """A conversation that the reader is in, by itself."""
    [talk] = conversations.talks([conversations.own(key)], shown=IN_LIST)
    shown = {**_talk(talk, _ties_in([talk])), "open": talk.may_go_on()}
    return {"conversation": shown}


def said_in(side, size):
    """A page of what was said there, the newest first."""
    page = conversations.messages_of(side, size, shown=IN_LIST)
    ties = ties_among({said.author for said in page if said.author})
    return pages.answer("messages", page, lambda said: message(said, ties))


def message(said, ties):
    """What somebody said; of who left nothing is told."""
    author = said.author
    is_told = author is not None and not author.is_away
    return {
        "id": said.id,
        "author": person(author, ties) if is_told else None,
        "mine": said.author_id == current_user.id,
        "body": "" if said.is_taken_back else said.body,
        "html": "" if said.is_taken_back else said.body_html,
        "createdAt": moment(said.created_at),
        "takenBack": said.is_taken_back,
    }


def just_said(said):
    """The same of what the reader has just said."""
    set_committed_value(said, "author", reader())
    return {"message": message(said, Ties())}


def write(given):
    """Write to people who take messages of the reader."""
    said = {"to": " ".join(given["people"]), "body": given["body"]}
    form = LetterForm(blank=True, data=said)
    if not form.validate():
        raise Problem(422, _faults(form))
    return current_user.write_to(form.to.people, form.body.data, new_form_key())


def say(side, body):
    """Say something in a conversation, if anybody would get it."""
    form = MessageForm(blank=True, data={"body": body})
    if not conversations.may_send(form, side):
        raise Problem(422, _faults(form))
    return current_user.say(side.conversation, form.body.data, new_form_key())


def _talk(talk, ties):
    side, last = talk.side, talk.last
    return {
        "id": talk.key,
        "people": [person(one, ties) for one in talk.others if not one.is_away],
        "alone": side.conversation.is_pair,
        "unread": side.is_unread,
        "muted": side.is_muted,
        "updatedAt": moment(side.moved_at),
        "lastMessage": last and message(last, ties),
    }


def _ties_in(talks):
    others = {one for talk in talks for one in talk.others}
    return ties_among(others)


def _faults(form):
    return {
        _NAMES.get(name, name): [str(why) for why in words]
        for name, words in form.errors.items()
    }
