"""The link that went to a new address."""

import pytest

from app.extensions import db
from app.models import Account, AuditEntry
from tests.fixtures.cast import PASSWORD, hashed
from tests.support.accounts import account_of
from tests.support.database import changes
from tests.support.links import link_for, press
from tests.support.mailbox import mailbox

NEW = "bob@new.example"


@pytest.fixture
def link(bob):
    return link_for(bob, "change_email", NEW)


def test_the_button_moves_the_account(browser, bob, link):
    page = press(browser.sign_in(bob), link)

    assert page.shows("The new address is confirmed.")
    assert account_of(bob).email == NEW


def test_any_browser_will_do(browser, bob, link):
    page = press(browser, link)

    assert page.path == "/sign-in"
    assert account_of(bob).email == NEW


def test_from_then_on_the_new_address_signs_in(browser, bob, link):
    page = press(browser, link)

    assert page.submit(identifier=NEW, password=PASSWORD).shows("Bob Lindqvist")


def test_and_the_old_one_does_not(browser, bob, link):
    page = press(browser, link)

    page = page.submit(identifier="bob@example.org", password=PASSWORD)

    assert page.status == 422


def test_the_old_address_is_told_and_given_a_way_back(browser, bob, link):
    press(browser, link)

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == (
        "bob@example.org",
        "Your address was changed",
    )
    assert letter.links[0].startswith("http://localhost/take-back-address/")
    assert NEW not in letter.text


def test_an_address_that_nobody_confirmed_is_told_nothing(browser, zoe):
    press(browser, link_for(zoe, "change_email", "zoe@new.example"))

    assert mailbox() == []
    assert account_of(zoe).is_confirmed


def test_it_is_written_down(browser, bob, link):
    press(browser, link)

    entry = db.session.query(AuditEntry).one()
    assert (entry.action, entry.detail) == (
        "email.changed",
        f"bob@example.org → {NEW}",
    )


def test_an_address_that_was_taken_meanwhile_is_not_taken_over(browser, bob, link):
    Account.open("eve", "Eve", NEW, hashed()).confirm()
    db.session.commit()

    with changes(AuditEntry, by=0):
        page = press(browser, link)

    assert (page.status, page.text("h1")) == (409, "This address is taken")
    assert account_of(bob).email == "bob@example.org"
    assert mailbox() == []


def test_of_two_wishes_the_first_that_is_confirmed_counts(browser, bob, link):
    other = link_for(bob, "change_email", "bob@newer.example")
    press(browser, link)

    page = browser.visit(other)

    assert page.status == 410
    assert page.shows("Something about the account has changed")


def test_a_link_for_a_new_password_is_no_good_then(browser, bob, link):
    forgotten = link_for(bob, "reset_password")
    press(browser, link)

    assert browser.visit(forgotten).status == 410


@pytest.mark.parametrize("email", ["bob+ink@new.example", "bob@bücher.example"])
def test_odd_addresses_are_shown_as_they_are(browser, bob, email):
    page = browser.visit(link_for(bob, "change_email", email))

    assert page.text("main .strong") == email
