"""Who may write to whom: what somebody chose, and what overrules it."""

import pytest

from app.extensions import db
from app.lib.tokens import new_form_key
from app.models import Conversation


def say(author, person):
    message = author.write_to([person], "A word.", new_form_key())
    db.session.commit()
    return db.session.get(Conversation, message.conversation_id)


@pytest.fixture(params=["everyone", "followed", "nobody"])
def choice(request, bob):
    """What Bob has chosen."""
    bob.takes_messages_from = request.param
    db.session.commit()
    return request.param


def test_a_stranger_may_write_to_who_takes_messages_of_everyone(ann, bob, choice):
    assert ann.may_write_to(bob) == (choice == "everyone")


def test_whom_somebody_follows_may_write_to_them(ann, bob, choice):
    bob.follow(ann)
    db.session.commit()

    assert ann.may_write_to(bob) == (choice != "nobody")


def test_to_follow_somebody_opens_no_door(ann, bob):
    ann.follow(bob)
    db.session.commit()

    assert not ann.may_write_to(bob)


def test_whom_somebody_has_written_to_may_answer(ann, bob, choice):
    say(bob, ann)

    assert ann.may_write_to(bob)


def test_until_they_leave(ann, bob):
    bob.leave_conversation(say(bob, ann))
    db.session.commit()

    assert not ann.may_write_to(bob)


def test_a_word_that_nobody_answered_is_no_invitation(ann, bob, choice):
    say(ann, bob)

    assert ann.may_write_to(bob) == (choice == "everyone")


@pytest.mark.parametrize("blocker", ["ann", "bob"])
def test_those_who_are_apart_do_not_write(ann, bob, choice, blocker):
    say(bob, ann)
    one, other = (ann, bob) if blocker == "ann" else (bob, ann)
    one.block(other)
    db.session.commit()

    assert not ann.may_write_to(bob)


def test_who_is_away_is_not_reached(ann, bob, choice):
    say(bob, ann)
    bob.leave()
    db.session.commit()

    assert not ann.may_write_to(bob)


def test_nobody_writes_to_themselves(bob, choice):
    assert not bob.may_write_to(bob)
