"""``flask users suspend`` and back, for whoever runs the machine."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import AuditEntry, LoginSession, ModerationAct, Suspension
from app.models.columns import now
from tests.support.database import changes, fresh
from tests.support.mailbox import last_letter


@pytest.fixture
def run(app):
    """Runs ``flask users …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words, typed="": runner.invoke(args=["users", *words], input=typed)


@pytest.fixture
def suspended(run, bob):
    run("suspend", "bob", "--reason", "Too many bells.")
    return bob


def test_somebody_is_suspended_until_it_is_lifted(run, browser, bob):
    browser.sign_in(bob)

    with changes(LoginSession, by=-1):
        done = run("suspend", "bob", "--reason", "Too many bells.")

    assert done.output == "@bob is suspended until it is lifted.\n"
    assert fresh(bob).is_away


def test_it_ends_by_itself_after_so_many_days(run, bob):
    run("suspend", "bob", "--days", "7", "--reason", "Too many bells.")

    until = db.session.get(Suspension, bob.id).until
    assert round((until - now()) / timedelta(days=1)) == 7


def test_they_are_told_why(suspended):
    assert last_letter().to == "bob@example.org"
    assert "Too many bells." in last_letter().text


def test_the_reason_is_asked_for(run, bob):
    run("suspend", "bob", typed="Too many bells.\n")

    assert "Too many bells." in last_letter().text


def test_it_stands_in_the_log_of_moderators(suspended, browser, dan):
    page = browser.sign_in(dan).visit("/moderation/log")

    assert page.shows("Somebody without an account here suspended them")
    assert page.shows("Decided on the command line.")


def test_and_in_the_record_of_the_account(suspended):
    entry = db.session.query(AuditEntry).one()

    assert (entry.action, entry.actor_id) == ("account.suspended", None)


def test_it_is_lifted(run, suspended):
    done = run("unsuspend", "bob")

    assert done.output == "@bob can sign in again.\n"
    assert not fresh(suspended).is_away
    assert last_letter().subject == "Your account is no longer suspended"


def test_the_log_does_not_say_that_time_was_over(run, suspended, browser, dan):
    run("unsuspend", "bob")

    assert not browser.sign_in(dan).visit("/moderation/log").shows("The end of its")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["suspend", "ann", "--reason", "x"], 1, "@ann is the last admin."),
        (["suspend", "nobody", "--reason", "x"], 1, "Nobody here is called @nobody."),
        (["suspend", "bob", "--reason", " "], 1, "Give a reason"),
        (["suspend", "bob", "--reason", "x", "--days", "0"], 2, "0 is not in the"),
        (["unsuspend", "bob"], 1, "@bob is not suspended."),
    ],
)
def test_what_cannot_be_is_said(run, ann, bob, words, code, says):
    with changes(ModerationAct, by=0):
        done = run(*words)

    assert done.exit_code == code
    assert says in done.output


def test_once_is_enough(run, suspended):
    done = run("suspend", "bob", "--reason", "Once more.")

    assert "@bob is suspended already." in done.output
