"""The database is away in the moment in which a delivery is to be noted."""

import sqlite3

import pytest
from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from app.extensions import db
from app.models import Outbox, Site
from app.web import outbox
from app.web.mail import post
from app.web.outbox import as_if_asked, defer, deliver


@pytest.fixture
def pauses(monkeypatch):
    """What the worker waited for, in seconds, without waiting."""
    waited = []
    monkeypatch.setattr(outbox, "sleep", waited.append)
    return waited


@pytest.fixture
def locked(monkeypatch):
    """Make the next notes meet a lock, as many as told."""
    left = []
    note = outbox.touched

    def refuse(statement):
        if left:
            raise left.pop()
        return note(statement)

    def lock(times):
        busy = sqlite3.OperationalError("database is locked")
        busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
        left[:] = [OperationalError("BEGIN IMMEDIATE", None, busy)] * times

    monkeypatch.setattr(outbox, "touched", refuse)
    return lock


def left_behind():
    """The key of the only row, which waits."""
    db.session.commit()
    key = db.session.scalar(select(Outbox.key))
    db.session.commit()
    return key


@pytest.fixture
def letter(own_site):
    """The key of a letter that waits."""
    with as_if_asked():
        post("test", None, to="bob@example.org", link="https://a.example")
        return left_behind()


def is_noted():
    return db.session.scalar(select(Outbox.delivered_at)) is not None


def test_a_letter_that_cannot_be_noted_at_once_goes_out_once(
    letter, office, locked, pauses
):
    current_app.config["OUTBOX_LEASE"] = 300
    locked(times=6)

    deliver(letter)

    assert is_noted()
    assert len(office.letters) == 1
    assert pauses == [0.1, 0.5, 2, 5, 5, 5]


def test_nobody_tries_for_longer_than_a_letter_is_theirs(letter, locked, pauses):
    current_app.config["OUTBOX_LEASE"] = 0
    locked(times=1)

    with pytest.raises(OperationalError):
        deliver(letter)

    assert not pauses
    assert not is_noted()


def test_what_a_handler_changed_is_never_noted_without_it(
    own_site, locked, pauses, monkeypatch
):
    monkeypatch.setitem(outbox._HANDLERS, "sample", write_a_site)
    with as_if_asked():
        defer("sample")
        key = left_behind()
    locked(times=1)

    with pytest.raises(OperationalError):
        deliver(key)

    assert not is_noted()
    assert db.session.scalar(select(Site)) is None


def write_a_site(_row):
    db.session.add(Site(name="Ink", tagline=""))
