"""Signing up where an address belongs to whoever gives it first."""

import pytest

from app.extensions import db
from app.models import Account, AuditEntry, Invitation, User
from tests.accounts.test_create import ZOE
from tests.fixtures.cast import hashed
from tests.support.accounts import account_of
from tests.support.database import changes
from tests.support.mailbox import mailbox, work

TAKEN = "Somebody has an account with this address. Is it you? Then sign in."


@pytest.fixture
def page(trusting, browser):
    """The sign-up page of a site that takes addresses at their word."""
    return browser.visit("/sign-up")


def newcomer():
    return db.session.query(User).filter_by(handle="zoe").one()


def test_an_address_is_its_accounts_at_once(page):
    page.submit(**ZOE)

    assert account_of(newcomer()).is_confirmed


def test_it_signs_in(page, browser):
    page.submit(**ZOE)
    browser.forget_cookies()

    home = browser.visit("/sign-in").submit(
        identifier=ZOE["email"], password=ZOE["password"]
    )

    assert home.shows(ZOE["name"])


def test_no_letter_asks_to_confirm_it(page):
    page.submit(**ZOE)
    work()

    assert mailbox() == []


def test_nobody_is_reminded(page):
    home = page.submit(**ZOE)

    assert not home.shows("Your address isn’t confirmed yet.")


def test_a_newcomer_publishes(page):
    page.submit(**ZOE).submit("form.composer", body="Water.")

    assert newcomer().post_count == 1


@pytest.mark.parametrize("email", ["ann@example.org", " ANN@example.org "])
def test_a_taken_address_is_named(page, ann, email):
    with changes(Account, by=0):
        refused = page.submit(**{**ZOE, "email": email})

    assert refused.status == 422
    assert refused.text("#email-error") == TAKEN


def test_one_that_nobody_has_confirmed_is_free(page):
    Account.open("eve2", "Eve", ZOE["email"], hashed())
    db.session.commit()

    page.submit(**ZOE)

    assert account_of(newcomer()).is_confirmed


def test_of_two_who_want_one_address_the_second_reads_why(page, ann, monkeypatch):
    taken = iter([False, True])
    monkeypatch.setattr("app.web.find.is_confirmed", lambda email: next(taken))

    with changes(Account, by=0):
        refused = page.submit(**{**ZOE, "email": "ann@example.org"})

    assert refused.text("#email-error") == TAKEN
    assert not refused.select("#handle-error")


def test_of_two_who_want_one_handle_the_second_reads_that(page, ann, monkeypatch):
    monkeypatch.setattr("app.web.find.is_taken", lambda handle: False)

    refused = page.submit(**{**ZOE, "handle": "ann"})

    assert "Somebody already writes as @ann." in refused.text("#handle-error")


def test_a_refused_guest_uses_up_no_place(trusting, by_invitation, invitation, browser):
    page = browser.visit(f"/join/{invitation.code}")

    page.submit(**{**ZOE, "email": "bob@example.org"})

    db.session.expire_all()
    assert db.session.get(Invitation, invitation.id).is_live


def test_who_waits_has_their_address_already(trusting, by_request, browser):
    browser.visit("/sign-up").submit(**ZOE, reason="I like to read slowly.")

    assert account_of(newcomer()).is_confirmed


def test_moderators_read_nothing_of_it(trusting, fay, browser, dan):
    page = browser.sign_in(dan).visit("/admin/requests/")

    assert page.shows("fay@example.org")
    assert not page.shows("confirmed")


def test_elsewhere_a_taken_address_stays_a_secret(browser, ann):
    with changes(Account, by=1), changes(AuditEntry, by=1):
        browser.visit("/sign-up").submit(**{**ZOE, "email": "ann@example.org"})

    assert not account_of(newcomer()).is_confirmed


def test_where_no_letter_leaves_an_address_is_nobodys(browser, app, monkeypatch):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", False)

    browser.visit("/sign-up").submit(**ZOE)

    assert not account_of(newcomer()).is_confirmed


def test_unless_it_is_taken_at_its_word(page, app, monkeypatch):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", False)

    page.submit(**ZOE)

    assert account_of(newcomer()).is_confirmed
