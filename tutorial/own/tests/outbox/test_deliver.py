"""What the worker makes of a row: delivered, tried again, or given up."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.lib.post_office import Refused, Unreachable
from app.models import Outbox
from app.models.columns import now
from app.models.outbox import MOST_TRIES, SCHEDULE
from app.web.outbox import LEASE, contents, defer, deliver, delivers, work

done = []


@delivers("test")
def _note_down(_row, words):
    done.append(words)


@delivers("test-away")
def _be_away(_row):
    raise Unreachable("No answer.")


@delivers("test-refused")
def _refuse(_row):
    raise Refused("No such letterbox.")


@delivers("test-broken")
def _break(_row):
    raise KeyError("secret")


@pytest.fixture(autouse=True)
def nothing_done():
    done.clear()


def left(kind, once="", **values):
    """The row of work that a page has left."""
    defer(kind, once, **values)
    db.session.commit()
    return fresh()


def fresh():
    """The one row as it is now."""
    query = db.select(Outbox).execution_options(populate_existing=True)
    return db.session.scalars(query).one()


def change(**values):
    db.session.execute(db.update(Outbox).values(**values))
    db.session.commit()


def claim(row, lease):
    """What another worker does first."""
    db.session.execute(Outbox.claim(row.key, lease))
    db.session.commit()


def test_it_is_done_once_and_forgotten(app):
    left("test", words="Hello")

    assert (work(), work(), done) == (1, 0, ["Hello"])
    assert fresh().delivered_at
    assert fresh().payload == ""


def test_what_lies_in_the_database_can_be_read_by_the_site_alone(app):
    row = left("test", words="a link that opens an account")

    assert "account" not in row.payload
    assert contents(row) == {"words": "a link that opens an account"}


def test_left_twice_under_one_name_it_is_done_once(app):
    defer("test", "a name", words="first")
    defer("test", "a name", words="second")
    db.session.commit()
    work()

    assert done == ["first"]


def test_what_does_not_work_now_is_tried_again_later(app):
    left("test-away")
    work()

    row = fresh()
    assert (row.attempts, row.last_error) == (1, "No answer.")
    assert row.due_at > now() + SCHEDULE[0] - timedelta(seconds=5)


def test_after_a_day_and_a_half_it_is_given_up(app):
    left("test-away")
    for _ in range(len(SCHEDULE) + 1):
        change(due_at=now())
        work()

    assert fresh().attempts == len(SCHEDULE) + 1
    assert fresh().failed_at


def test_what_is_refused_is_given_up_at_once(app):
    left("test-refused")
    work()

    assert fresh().failed_at
    assert fresh().last_error == "No such letterbox."


def test_of_what_breaks_an_admin_reads_only_the_kind(app):
    left("test-broken")
    work()

    assert fresh().last_error == "KeyError"


def test_what_another_worker_holds_is_left_alone(app):
    row = left("test", words="Hello")
    claim(row, LEASE)

    assert not deliver(row.key)
    assert done == []


def test_a_lease_that_is_over_frees_it(app):
    row = left("test", words="Hello")
    claim(row, timedelta(seconds=-1))

    assert deliver(row.key)
    assert fresh().attempts == 2


def test_what_ends_workers_is_given_up(app):
    left("test", words="Hello")
    change(attempts=MOST_TRIES)
    work()

    assert (done, fresh().last_error) == ([], "Each try ended with the worker.")
