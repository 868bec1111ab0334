"""The way back, from the letter to the old address."""

from datetime import timedelta

import pytest

from app import events
from app.extensions import db
from app.models import (
    Account,
    AuditEntry,
    Identity,
    KnownDevice,
    LoginSession,
    Passkey,
)
from app.models.columns import now
from tests.fixtures.cast import PASSWORD, hashed
from tests.support.accounts import account_of
from tests.support.browser import Browser
from tests.support.links import link_for, press

OLD, NEW = "bob@example.org", "eve@evil.example"


def move(person, email):
    """Somebody changes the address; the path of the way back to the one before."""
    way_back = link_for(person, "revert_email")
    person.account.move_to(email)
    db.session.commit()
    return way_back


@pytest.fixture
def link(bob):
    return move(bob, NEW)


def test_the_account_comes_back_and_its_owner_sets_a_new_password(browser, bob, link):
    page = press(browser, link)

    assert page.text("h1") == "Set a new password"
    assert page.shows("For your account @bob.")
    assert account_of(bob).email == OLD


def test_the_owner_is_back_in(browser, bob, link):
    page = press(browser, link)

    page = page.submit("main form", new_password="nine loud bitterns")

    assert page.shows("Bob Lindqvist")


def test_nobody_else_stays_signed_in(browser, app, bob, link):
    stranger = Browser(app.test_client()).sign_in(bob)

    press(browser, link)

    assert db.session.query(LoginSession).count() == 0
    assert stranger.visit("/drafts/").path.startswith("/sign-in")


def test_nor_does_the_password_open_it(browser, bob, link):
    press(browser, link)

    page = browser.visit("/sign-in").submit(identifier="bob", password=PASSWORD)

    assert page.status == 422


def test_no_device_is_known_any_more(browser, bob, link):
    db.session.add(KnownDevice(user_id=bob.id, token_digest="x"))
    db.session.commit()

    press(browser, link)

    assert db.session.query(KnownDevice).count() == 0


@pytest.mark.parametrize("purpose", ["reset_password", "change_email", "revert_email"])
def test_links_that_were_sent_since_are_no_good(browser, bob, link, purpose):
    later = link_for(bob, purpose)

    press(browser, link)

    assert browser.visit(later).status == 404


def test_a_second_change_does_not_close_the_way_back(browser, bob, link):
    later = move(bob, "eve@worse.example")

    press(browser, link)

    assert account_of(bob).email == OLD
    assert browser.visit(later).status == 404


def test_nor_does_a_new_password(browser, bob, link):
    bob.account.password_hash = hashed()
    db.session.commit()

    press(browser, link)

    assert account_of(bob).email == OLD


def test_the_oldest_way_back_wins(browser, bob, link):
    press(browser, move(bob, "eve@worse.example"))

    press(browser, link)

    assert account_of(bob).email == OLD


def test_factors_that_were_added_since_are_gone(browser, bob, bobs_app):
    press(browser, move(bob, NEW))

    assert not account_of(bob).has_second_factor
    assert account_of(bob).codes_left == 0


def test_older_factors_stay(browser, bob, bobs_app, bobs_key):
    db.session.query(Passkey).update({"created_at": now() - timedelta(days=2)})
    db.session.commit()

    press(browser, move(bob, NEW))

    assert account_of(bob).totp is None
    assert account_of(bob).passkey_count == 1


def test_names_of_other_sites_that_were_linked_since_are_gone(browser, bob):
    older = bob.link("https://id.example", "1", "Bob")
    older.created_at = now() - timedelta(days=2)
    bob.link("https://evil.example", "2", "Eve")
    db.session.commit()

    press(browser, move(bob, NEW))

    assert [known.label for known in db.session.query(Identity)] == ["Bob"]


def test_it_is_written_down(browser, bob, link):
    press(browser, link)

    entry = db.session.query(AuditEntry).one()
    assert (entry.action, entry.detail) == ("email.reverted", f"{NEW} → {OLD}")


def test_others_hear_of_it(browser, bob, link):
    heard = []

    def listen(account, since):
        heard.append(account.user_id)

    with events.account_taken_back.connected_to(listen):
        press(browser, link)

    assert heard == [bob.id]


def test_an_address_that_is_somebody_elses_by_now_is_not_taken_over(browser, bob, link):
    Account.open("eve", "Eve", OLD, hashed()).confirm()
    db.session.commit()

    page = press(browser, link)

    assert (page.status, page.text("h1")) == (409, "This address is taken")
    assert account_of(bob).email == NEW


def test_without_the_button_nothing_happens(browser, bob, link):
    page = browser.visit(link)

    assert page.text("main .strong") == OLD
    assert account_of(bob).email == NEW
