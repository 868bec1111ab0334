"""Letters of one thing that happened, for who has not looked for a while."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models.columns import now
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.mailbox import deferred, last_letter, mailbox, work
from tests.support.news import read_all


@pytest.fixture
def wait(monkeypatch):
    """Let ten minutes go by, and the worker do its part."""

    def go_on(minutes=10):
        later = now() + timedelta(minutes=minutes)
        monkeypatch.setattr("app.models.outbox.now", lambda: later)
        work()
        db.session.expire_all()

    return go_on


@pytest.fixture
def mentioned(ann, bob):
    """A text of Bob's that names Ann."""
    return publish(bob, "A walk", "With @ann.")


def test_nothing_is_sent_at_once(mentioned):
    work()

    assert (mailbox(), deferred()) == ([], ["notification_letters"])


def test_who_does_not_look_gets_a_letter(mentioned, wait):
    wait()

    letter = last_letter()
    assert letter.to == "ann@example.org"
    assert letter.subject == "Bob Lindqvist mentioned you in “A walk”"
    assert letter.links == ["http://localhost/notifications/"]


def test_who_has_looked_gets_none(ann, mentioned, wait):
    read_all(ann)
    wait()

    assert mailbox() == []


def test_what_is_gone_meanwhile_is_not_told(mentioned, wait):
    mentioned.unpublish()
    db.session.commit()
    wait()

    assert mailbox() == []


@pytest.mark.parametrize("distance", ["mute", "block"])
def test_nor_whom_one_hears_no_longer(ann, bob, mentioned, wait, distance):
    getattr(ann, distance)(bob)
    db.session.commit()
    wait()

    assert mailbox() == []


def test_likes_bring_letters_only_to_who_wishes(ann, bob, essay, wait):
    bob.like(essay)
    db.session.commit()
    wait()

    assert mailbox() == []


def test_of_a_group_there_is_one_letter(ann, bob, cleo, essay, wait):
    ann.account.muted_mail = []
    for person in (bob, cleo):
        person.like(essay)
    db.session.commit()
    wait()

    assert [letter.subject for letter in mailbox()] == [
        "Cleo Marchetti and Bob Lindqvist liked “The tide tables”"
    ]


def test_one_more_who_joins_brings_no_other(ann, bob, cleo, essay, wait):
    ann.account.muted_mail = []
    bob.like(essay)
    db.session.commit()
    wait()

    cleo.like(essay)
    db.session.commit()
    wait(20)

    assert len(mailbox()) == 1


def test_asking_again_and_again_is_one_letter(ann, bob, wait):
    ann.lock()
    for minutes in (10, 20, 30):
        bob.follow(ann)
        db.session.commit()
        wait(minutes)
        bob.unfollow(ann)
        db.session.commit()

    assert len(mailbox()) == 1


def test_a_letter_ends_such_letters_with_one_press(browser, bob, mentioned, wait):
    wait()
    address = last_letter().unsubscribe.removeprefix("http://localhost")
    browser.client.post(address)

    publish(bob, "Another", "And @ann.")
    wait(30)

    assert len(mailbox()) == 1


def test_who_is_mentioned_by_many_has_enough_letters(ann, wait):
    for number in range(15):
        publish(join(f"fan{number}", f"Fan {number}"), f"Walk {number}", "@ann")
    wait()

    assert len(mailbox()) == 12


def test_an_address_that_nobody_confirmed_gets_none(zoe, bob, wait):
    publish(bob, "A walk", "With @zoe.")
    wait()

    assert mailbox() == []


def test_it_is_written_in_the_language_of_its_reader(ann, mentioned, wait):
    ann.account.language = "de"
    db.session.commit()
    wait()

    assert 'lang="de"' in last_letter().html


def test_names_are_no_markup_in_letters(ann, wait):
    publish(join("mallory", "<b>Mal & Co</b>"), "A <i>walk</i>", "With @ann.")
    wait()

    letter = last_letter()
    assert letter.subject == "<b>Mal & Co</b> mentioned you in “A <i>walk</i>”"
    assert "&lt;b&gt;Mal &amp; Co" in letter.html
