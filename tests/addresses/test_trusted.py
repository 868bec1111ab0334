"""Changing an address where it belongs to whoever gives it first."""

import pytest

from app.models import AccountToken, AuditEntry
from tests.support.accounts import account_of
from tests.support.database import changes
from tests.support.links import link_for, press
from tests.support.mailbox import mailbox

NEW = "bob@new.example"
TAKEN = "Somebody has an account with this address. Is it you? Then sign in."


@pytest.fixture
def page(trusting, browser, bob):
    """The page for another address, as Bob sees it."""
    return browser.sign_in(bob).visit("/settings/email/")


def ask(page, email):
    return page.submit("main form.panel", email=email)


def test_it_holds_at_once(page, bob):
    changed = ask(page, NEW)

    assert changed.shows("This is your address from now on.")
    assert account_of(bob).email == NEW
    assert account_of(bob).is_confirmed


def test_the_page_says_so_before(page):
    assert page.shows("It holds at once. The old address is told.")
    assert page.text("main form.panel button") == "Change email"


def test_the_old_address_is_told_and_given_a_way_back(page):
    ask(page, NEW)

    (letter,) = mailbox()
    assert (letter.to, letter.subject) == (
        "bob@example.org",
        "Your address was changed",
    )


def test_the_way_back_is_good(page, bob, browser):
    ask(page, NEW)

    press(browser, mailbox()[0].links[0])

    assert account_of(bob).email == "bob@example.org"


def test_it_is_written_down(page):
    with changes(AuditEntry, by=1):
        ask(page, NEW)


def test_a_taken_address_is_named(page, ann, bob):
    refused = ask(page, "ann@example.org")

    assert (refused.status, refused.text("#email-error")) == (422, TAKEN)
    assert account_of(bob).email == "bob@example.org"


def test_so_it_is_when_somebody_was_faster(page, ann, bob, monkeypatch):
    monkeypatch.setattr("app.web.find.is_confirmed", lambda email: False)

    refused = ask(page, "ann@example.org")

    assert (refused.status, refused.text("#email-error")) == (422, TAKEN)
    assert account_of(bob).email == "bob@example.org"


def test_what_was_asked_for_before_waits_no_more(page, bob, browser):
    earlier = link_for(bob, "change_email", "bob@old.example")

    with changes(AccountToken, by=0):
        ask(page, NEW)

    assert browser.visit(earlier).status in {404, 410}


def test_the_settings_claim_no_proof(page, browser):
    assert not browser.visit("/settings/security/").select(".badge--success")
