"""When what fails is tried again, and when it is given up."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.lib.post_office import Refused, Unreachable
from app.models import Outbox, User
from app.models.columns import now
from app.models.outbox import MOST_TRIES, SCHEDULE
from app.web import outbox
from app.web.outbox import as_if_asked, defer, delivers
from tests.support.database import changes
from tests.support.mailbox import deferred, deliver_all, mailbox


@pytest.fixture(autouse=True)
def handlers(app, monkeypatch):
    """What tests make deliver something is forgotten afterwards."""
    monkeypatch.setattr(outbox, "_HANDLERS", dict(outbox._HANDLERS))


def leave(kind="sample", **values):
    with as_if_asked():
        defer(kind, **values)
        db.session.commit()


def row():
    db.session.expire_all()
    return db.session.query(Outbox).filter(Outbox.kind != "mail").one()


def failing(error):
    @delivers("sample")
    def fail(row, **values):
        raise error


def try_now(attempts=0):
    """Let the worker find the row, as after so many tries."""
    waiting = row()
    waiting.due_at, waiting.attempts = now(), attempts
    db.session.commit()
    deliver_all()
    return row()


@pytest.mark.parametrize(("attempts", "pause"), list(enumerate(SCHEDULE)))
def test_each_try_waits_longer(attempts, pause):
    failing(Unreachable("away"))
    leave()

    wait = try_now(attempts).due_at - now()

    assert pause - timedelta(seconds=5) < wait <= pause


def test_the_schedule_is_the_published_one():
    assert sum(SCHEDULE, timedelta()) == timedelta(hours=34, minutes=36)


def test_after_the_last_try_it_has_failed():
    failing(Unreachable("away"))
    leave()

    failed = try_now(len(SCHEDULE))

    assert (failed.attempts, failed.last_error) == (len(SCHEDULE) + 1, "away")
    assert failed.failed_at


def test_what_will_never_work_fails_at_once():
    failing(Refused("nobody there"))
    leave()

    assert try_now().failed_at


def test_a_fault_of_ours_is_tried_again_and_told_without_details():
    failing(RuntimeError("bob@example.org broke it"))
    leave()

    failed = try_now()

    assert (failed.failed_at, failed.last_error) == (None, "RuntimeError")


def test_what_ends_every_worker_is_given_up():
    leave()

    assert try_now(MOST_TRIES).last_error == "Each try ended with the worker."


def test_what_an_older_worker_does_not_know_waits_for_a_newer_one():
    leave("unheard-of")

    assert not try_now().failed_at


def test_without_the_key_that_sealed_it_it_fails(app, monkeypatch):
    delivers("sample")(lambda row: None)
    leave()
    monkeypatch.setitem(app.config, "SECRET_KEY", "another key than before, and long")

    assert try_now().last_error == "The key that sealed it is gone."


def test_an_older_key_still_opens_it(app, monkeypatch):
    said = []
    delivers("sample")(lambda row, words: said.append(words))
    leave(words="hello")
    monkeypatch.setitem(app.config, "SECRET_KEY_FALLBACKS", [app.config["SECRET_KEY"]])
    monkeypatch.setitem(app.config, "SECRET_KEY", "another key than before, and long")
    deliver_all()

    assert said == ["hello"]


def test_work_can_write_letters(bob):
    @delivers("sample")
    def write(row, address):
        outbox.put("mail", {"to": address, "name": "", "subject": "", "text": ""})

    leave(address="bob@example.org")
    with as_if_asked():
        outbox.deliver(row().key)

    assert db.session.query(Outbox).filter_by(kind="mail").count() == 1


def test_what_work_began_is_undone_when_it_fails(bob):
    @delivers("sample")
    def fail(row):
        db.session.add(User(handle="nobody", name="Nobody", links=[]))
        db.session.flush()
        raise Unreachable("away")

    leave()

    with changes(User, by=0):
        deliver_all()


def test_work_speaks_the_language_that_it_was_left_in(app):
    said = []
    delivers("sample")(lambda row: said.append(outbox.language()))
    with app.test_request_context(headers={"Accept-Language": "de"}):
        defer("sample")
        db.session.commit()
    deliver_all()

    assert said == ["de"]


def test_what_waits_can_be_looked_at(app):
    leave()

    assert (deferred(), mailbox()) == (["sample"], [])
