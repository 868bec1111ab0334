from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app import events
from app.extensions import db
from app.lib.tokens import new_form_key
from app.models import Conversation, Message, Participant, User
from app.models.columns import now
from tests.support.database import changes, fresh
from tests.support.talks import said_to, side_of, unread, write


def test_two_people_have_one_conversation(ann, bob):
    with changes(Conversation, by=1):
        first = write(ann, [bob])
        answer = write(bob, [ann], "It is.")

    assert first.conversation_id == answer.conversation_id


def test_several_people_can_have_more_than_one(ann, bob, cleo):
    with changes(Conversation, by=2):
        write(ann, [bob, cleo])
        write(ann, [bob, cleo])


def test_what_is_sent_twice_from_one_sheet_is_one_message(ann, bob, cleo):
    key = new_form_key()

    with changes(Message, by=1), changes(Conversation, by=1):
        for _press in range(2):
            write(ann, [bob, cleo], key=key)


@pytest.mark.parametrize("people", [["bob"], ["bob", "cleo"]])
def test_another_text_from_the_same_sheet_is_not_lost(ann, bob, cleo, people, request):
    key = new_form_key()
    named = [request.getfixturevalue(name) for name in people]

    first, second = (write(ann, named, body, key) for body in ("One.", "Two."))

    assert said_to(bob, first) == ["One.", "Two."]
    assert first.conversation_id == second.conversation_id


def test_what_is_sent_to_others_from_the_same_sheet_is_not_lost(ann, bob, cleo, dan):
    key = new_form_key()

    with changes(Conversation, by=2):
        write(ann, [bob, cleo], key=key)
        write(ann, [bob, dan], key=key)


def test_among_others_those_who_are_apart_hear_nothing_of_each_other(ann, bob, eve):
    bob.block(eve)
    message = write(ann, [bob, eve], "Tea for three.")
    talk = db.session.get(Conversation, message.conversation_id)
    eve.say(talk, "I know better.", new_form_key())
    bob.say(talk, "Two sugars.", new_form_key())

    assert said_to(bob, message) == ["Tea for three.", "Two sugars."]
    assert said_to(eve, message) == ["Tea for three.", "I know better."]
    assert len(said_to(ann, message)) == 3


def test_who_left_sees_no_more_of_it(ann, bob):
    message = write(ann, [bob])
    bob.leave_conversation(db.session.get(Conversation, message.conversation_id))

    assert db.session.scalars(bob.conversations()).all() == []
    assert said_to(ann, message) == ["Is the kettle on?"]


def test_two_who_begin_again_are_both_back(ann, bob):
    first = write(ann, [bob])
    bob.leave_conversation(db.session.get(Conversation, first.conversation_id))
    second = write(ann, [bob], "Once more.")

    assert second.conversation_id == first.conversation_id
    assert said_to(bob, second) == ["Once more."]
    assert said_to(ann, second) == ["Is the kettle on?", "Once more."]


def test_among_several_nobody_is_brought_back(ann, bob, cleo):
    message = write(ann, [bob, cleo])
    talk = db.session.get(Conversation, message.conversation_id)
    bob.leave_conversation(talk)
    ann.say(talk, "Where is Bob?", new_form_key())

    assert side_of(bob, message).left_at is not None
    assert unread(bob) == 0


def test_who_is_gone_for_good_leaves_their_words(ann, bob):
    message = write(ann, [bob])
    db.session.delete(ann)
    db.session.commit()

    assert said_to(bob, message) == ["Is the kettle on?"]
    assert fresh(message).author_id is None


def test_the_number_of_who_is_gone_is_forgotten(ann, bob):
    """It can come again: who gets it must not find what somebody else was told."""
    message = write(ann, [bob])
    db.session.delete(bob)
    db.session.commit()

    talk = fresh(db.session.get(Conversation, message.conversation_id))
    assert {talk.first_id, talk.second_id} == {ann.id, None}
    assert talk.is_pair


def test_everybody_is_told_of_once(ann, bob):
    heard = []

    def hear(message):
        heard.append(message.body)

    key = new_form_key()
    with events.message_sent.connected_to(hear):
        for _press in range(2):
            write(ann, [bob], key=key)

    assert heard == ["Is the kettle on?"]


def test_moderators_see_a_few_around(ann, bob):
    messages = [write(ann, [bob], f"Number {n}.") for n in range(9)]

    near = db.session.scalars(messages[4].around(2)).all()

    assert [one.body for one in near] == [f"Number {n}." for n in (2, 3, 4, 5, 6)]


def test_what_everybody_has_left_goes_a_month_later(ann, bob, cleo):
    both, one = write(ann, [bob]), write(ann, [cleo])
    long_ago = now() - timedelta(days=31)
    for talk in db.session.scalars(select(Conversation)):
        talk.created_at = long_ago
    for side in db.session.scalars(select(Participant)):
        if side.conversation_id == both.conversation_id or side.user_id == ann.id:
            side.left_at = long_ago
    db.session.commit()

    db.session.execute(Conversation.removal())

    kept = db.session.scalars(select(Message.conversation_id)).all()
    assert kept == [one.conversation_id]


def test_words_taken_back_go_a_month_later(ann, bob):
    old, young = write(ann, [bob], "Old."), write(ann, [bob], "Young.")
    old.deleted_at, young.deleted_at = now() - timedelta(days=31), now()
    db.session.commit()

    db.session.execute(Message.forgetting())
    db.session.expire_all()

    assert [old.body, young.body] == ["", "Young."]


def test_the_table_knows_two_people_in_one_order(ann, bob):
    first, second = sorted((ann.id, bob.id))
    db.session.add(Conversation(first_id=second, second_id=first, is_pair=True))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_table_knows_whose_messages_one_can_take(ann):
    ann.takes_messages_from = "spammers"
    with pytest.raises(IntegrityError):
        db.session.flush()
    assert User.__table__.c.takes_messages_from.default.arg == "followed"
