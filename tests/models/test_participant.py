from datetime import timedelta

from app.extensions import db
from app.models.columns import now
from tests.support.talks import said_to, side_of, unread, write


def test_it_is_unread_for_the_others(ann, bob, cleo):
    write(ann, [bob, cleo])

    assert [unread(person) for person in (ann, bob, cleo)] == [0, 1, 1]


def test_three_messages_are_one_unread_conversation(ann, bob):
    for body in ("One.", "Two.", "Three."):
        write(ann, [bob], body)

    assert unread(bob) == 1


def test_reading_ends_it(ann, bob):
    message = write(ann, [bob])

    db.session.execute(side_of(bob, message).reading(message.id))

    assert unread(bob) == 0


def test_what_came_after_the_page_was_made_stays_unread(ann, bob):
    seen = write(ann, [bob])
    write(ann, [bob], "And the cups?")

    db.session.execute(side_of(bob, seen).reading(seen.id))

    assert unread(bob) == 1


def test_who_answers_has_read(ann, bob):
    write(ann, [bob])
    write(bob, [ann], "It is.")

    assert [unread(ann), unread(bob)] == [1, 0]


def test_somebody_muted_calls_nobody(ann, bob):
    bob.mute(ann)
    message = write(ann, [bob])

    assert unread(bob) == 0
    assert said_to(bob, message) == ["Is the kettle on?"]


def test_who_was_muted_until_yesterday_is_heard(ann, bob):
    bob.mute(ann, until=now() - timedelta(days=1))
    write(ann, [bob])

    assert unread(bob) == 1


def test_a_conversation_that_was_made_quiet_calls_nobody(ann, bob):
    message = write(ann, [bob])
    side_of(bob, message).is_muted = True
    write(ann, [bob], "Hello?")

    assert unread(bob) == 0
