"""A way back in, for whoever lost password, mail or phone: ``flask users reset``."""

from urllib.parse import urlsplit

import pytest

from app.extensions import db
from app.models import Account, AccountToken, AuditEntry, LoginSession
from tests.support.database import changes
from tests.support.mailbox import last_letter

NEW = "nine patient otters"


@pytest.fixture
def run(app):
    """Runs ``flask users reset …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words, typed="": runner.invoke(
        args=["users", "reset", *words], input=typed
    )


def account(person):
    return db.session.get(Account, person.id, populate_existing=True)


def follow(browser, done):
    """Open the link that was printed, and set a new password."""
    page = browser.visit(urlsplit(done.stdout.strip()).path)
    return page.submit(new_password=NEW)


def test_a_sole_admin_who_forgot_everything_comes_in_again(run, browser, ann):
    page = follow(browser, run("ann"))

    assert page.path == "/"
    assert browser.visit("/admin/site/").path == "/admin/site/"


def test_the_link_alone_is_printed_to_be_handed_over(run, bob):
    done = run("@Bob")

    assert done.stdout.startswith("http://localhost/forgotten-password/")
    assert "good once and for an hour" in done.stderr


def test_it_is_written_down_by_nobody_with_an_account(run, bob):
    run("bob")

    entry = db.session.query(AuditEntry).one()
    assert (entry.user_id, entry.actor_id) == (bob.id, None)
    assert entry.action == "password.link_made"


def test_a_link_that_was_handed_over_proves_no_address(run, browser, zoe):
    follow(browser, run("zoe"))

    assert not account(zoe).is_confirmed


def test_it_can_be_mailed(run, browser, bob):
    done = run("bob", "--mail")

    assert done.output == "A link is on its way to bob@example.org.\n"
    assert last_letter().links[0].startswith("http://localhost/forgotten-password/")


def test_without_mail_it_says_how_to_see_the_link(run, app, bob, monkeypatch):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", False)

    with changes(AccountToken, by=0):
        done = run("bob", "--mail")

    assert (done.exit_code, "Leave --mail out" in done.output) == (1, True)


def test_second_factors_are_forgotten_and_told(run, browser, bob, bobs_app):
    LoginSession.begin(bob, device="Phone", keep=False)
    db.session.commit()

    with changes(LoginSession, by=-1):
        done = run("bob", "--factors", "--yes")

    assert done.output == "@bob signs in with the password alone, and was told.\n"
    assert not account(bob).has_second_factor


def test_the_owner_hears_of_it(run, bob, bobs_app):
    run("bob", "--factors", "--yes")

    assert "removed your authenticator app" in last_letter().text
    assert db.session.query(AuditEntry).one().action == "factors.reset"


@pytest.mark.parametrize("typed", ["n\n", ""])
def test_without_a_yes_the_factors_stay(run, bob, bobs_app, typed):
    done = run("bob", "--factors", typed=typed)

    assert done.exit_code == 1
    assert "Nothing was changed." in done.output
    assert account(bob).has_second_factor


def test_who_has_none_keeps_none(run, bob):
    done = run("bob", "--factors", "--yes")

    assert done.output == "Error: @bob has no second factor.\n"


def test_a_factor_that_stays_is_mentioned(run, bob, bobs_app):
    assert "flask users reset bob --factors" in run("bob").stderr


def test_nobody_is_called_so(run):
    done = run("nobody")

    assert done.exit_code == 1
    assert "Nobody here is called @nobody. See: flask users list" in done.output
