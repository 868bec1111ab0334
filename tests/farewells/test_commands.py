"""``flask users delete``: for whoever asks for it without signing in."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import AuditEntry
from app.models.columns import now
from tests.support.database import fresh
from tests.support.mailbox import last_letter


@pytest.fixture
def run(app):
    """Runs ``flask users delete …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words, typed="": runner.invoke(
        args=["users", "delete", *words], input=typed
    )


def days_left(person):
    db.session.refresh(person, ["ends_at"])
    return person.ends_at and round((person.ends_at - now()) / timedelta(days=1))


def test_the_account_goes_in_two_weeks(run, bob):
    done = run("bob", "--yes")

    assert done.output == "@bob is gone, and deleted in 14 days.\n"
    assert days_left(bob) == 14


def test_they_are_told_and_it_is_written_down(run, bob):
    run("bob", "--yes")

    assert last_letter().subject.startswith("Your account will be deleted on ")
    assert db.session.query(AuditEntry).one().action == "account.deleted"


def test_who_is_suspended_can_go_too(run, bob):
    bob.suspend(None)
    db.session.commit()

    run("bob", "--yes")

    assert days_left(bob) == 14


def test_it_is_asked_first(run, bob):
    done = run("bob", typed="n\n")

    assert done.exit_code == 1
    assert not fresh(bob).is_away


def test_the_last_admin_stays(run, ann):
    done = run("ann", "--yes")

    assert "@ann is the last admin." in done.output
    assert not fresh(ann).is_away


def test_who_is_going_is_not_given_more_time(run, bob):
    run("bob", "--yes")

    assert "@bob is being deleted, on " in run("bob", "--yes").output
