from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Account, Conversation, Outbox
from app.models.columns import now
from app.web.outbox import as_if_asked
from tests.support.database import fresh
from tests.support.mailbox import deferred, last_letter, mailbox, work
from tests.support.talks import side_of, unread, write


@pytest.fixture
def wait(monkeypatch):
    """Let a quarter of an hour go by, and the worker do its part."""

    def go_on():
        later = now() + timedelta(minutes=15)
        monkeypatch.setattr("app.models.outbox.now", lambda: later)
        work()
        monkeypatch.undo()
        db.session.expire_all()

    return go_on


def say(*args):
    with as_if_asked():
        return write(*args)


def test_who_reads_meanwhile_gets_no_letter(ann, bob, wait):
    message = say(ann, [bob])
    db.session.execute(side_of(bob, message).reading(message.id))
    wait()

    assert mailbox() == []


def test_who_has_not_read_it_gets_one_without_its_words(ann, bob, wait):
    message = say(ann, [bob], "The key is under the mat.")
    wait()

    letter = last_letter()
    assert (letter.to, letter.subject) == (
        "bob@example.org",
        "Ann Okafor has written to you",
    )
    assert "the mat" not in letter.text + letter.html
    assert letter.links[0].endswith(f"/messages/{message.conversation_id}#latest")


def test_several_messages_are_one_letter(ann, bob, wait):
    for body in ("One.", "Two.", "Three."):
        say(ann, [bob], body)
        wait()

    assert len(mailbox()) == 1


def test_after_reading_there_can_be_another(ann, bob, wait):
    for body in ("One.", "Two."):
        message = say(ann, [bob], body)
        wait()
        db.session.execute(side_of(bob, message).reading(message.id))
        db.session.commit()

    assert len(mailbox()) == 2


def test_each_of_several_gets_one(ann, bob, cleo, wait):
    say(ann, [bob, cleo])
    wait()

    assert sorted(letter.to for letter in mailbox()) == [
        "bob@example.org",
        "cleo@example.org",
    ]


@pytest.mark.parametrize("why", ["unwanted", "muted", "quiet", "away", "left"])
def test_some_get_none(ann, bob, wait, why):
    if why == "unwanted":
        bob.account.mute("message")
    if why == "muted":
        bob.mute(ann)
    message = say(ann, [bob])
    if why == "quiet":
        side_of(bob, message).is_muted = True
    if why == "away":
        bob.leave()
    if why == "left":
        side_of(bob, message).left_at = now()
    db.session.commit()
    wait()

    assert mailbox() == []
    assert deferred() == []


@pytest.mark.parametrize("why", ["apart", "muted", "taken back", "author away"])
def test_what_calls_no_longer_brings_none(ann, bob, wait, why):
    message = say(ann, [bob])
    {
        "apart": lambda: bob.block(ann),
        "muted": lambda: bob.mute(ann),
        "taken back": message.take_back,
        "author away": ann.leave,
    }[why]()
    db.session.commit()
    wait()

    assert mailbox() == []


def test_it_names_whom_its_reader_hears(ann, bob, eve, wait):
    bob.mute(eve)
    message = say(ann, [bob, eve])
    with as_if_asked():
        eve.say(db.session.get(Conversation, message.conversation_id), "Me too.", "k")
    db.session.commit()
    wait()

    [subject] = [one.subject for one in mailbox() if one.to == "bob@example.org"]
    assert subject == "Ann Okafor has written to you"


def test_nobody_has_letters_sent_to_an_address_that_is_not_proved(ann, zoe, wait):
    say(ann, [zoe])
    wait()

    assert mailbox() == []


def test_an_account_that_is_gone_is_no_fault(ann, bob, wait):
    say(ann, [bob])
    db.session.delete(bob)
    db.session.commit()
    wait()

    assert db.session.scalars(Outbox.failed()).all() == []


def test_of_who_is_blocked_nothing_is_unread(ann, bob):
    write(ann, [bob])
    bob.block(ann)

    assert unread(bob) == 0


def test_words_taken_back_are_dropped_with_the_rest(app, ann, bob):
    message = write(ann, [bob])
    message.deleted_at = now() - timedelta(days=31)
    db.session.commit()

    app.test_cli_runner().invoke(args=["prune"])

    assert fresh(message).body == ""


def test_one_click_ends_such_letters(browser, ann, bob, wait):
    say(ann, [bob])
    wait()

    path = last_letter().unsubscribe.removeprefix("http://localhost")
    browser.client.post(path)

    account = db.session.get(Account, bob.id, populate_existing=True)
    assert "message" in account.muted_mail
