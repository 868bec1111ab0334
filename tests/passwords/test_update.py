"""Changing the password."""

import pytest

from app.extensions import db
from app.lib.passwords import password_matches
from app.models import Account, AuditEntry, LoginSession
from tests.fixtures.cast import PASSWORD
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.mailbox import mailbox

NEW = "nine loud bitterns"


@pytest.fixture
def page(browser, bob):
    return browser.sign_in(bob).visit("/settings/password/")


@pytest.fixture
def phone(app, bob):
    """Bob's other browser."""
    return Browser(app.test_client()).sign_in(bob)


def matches(bob, password):
    db.session.expire_all()
    hashed = db.session.get(Account, bob.id).password_hash
    return password_matches(password, hashed)


def test_the_new_password_is_the_one_that_counts(page, bob):
    page.submit(new_password=NEW)

    assert matches(bob, NEW)
    assert not matches(bob, PASSWORD)


def test_the_reader_stays_signed_in(page):
    page = page.submit(new_password=NEW)

    assert page.path == "/settings/security/"
    assert page.shows("Your password is changed.")


def test_every_other_browser_is_signed_out(phone, page):
    with changes(LoginSession, by=-1):
        page.submit(new_password=NEW)

    assert phone.visit("/drafts/").path.startswith("/sign-in")


def test_who_knew_the_old_token_is_out(page, app, bob):
    thief = Browser(app.test_client())
    thief.client.set_cookie("login", page.browser.client.get_cookie("login").value)

    page.submit(new_password=NEW)

    assert thief.visit("/drafts/").path.startswith("/sign-in")


def test_other_people_stay_signed_in(page, app, cleo):
    hers = Browser(app.test_client()).sign_in(cleo)

    page.submit(new_password=NEW)

    assert hers.visit("/drafts/").path == "/drafts/"


def test_the_owner_is_told(page, bob):
    page.submit(new_password=NEW)

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == (
        "bob@example.org",
        "A change to your account at Inklings",
    )
    assert "other devices signed out" in letter.text


def test_it_is_written_down(page, bob):
    with changes(AuditEntry, by=1):
        page.submit(new_password=NEW)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Choose a password."),
        ("short", "5 of at least 10 characters."),
        ("password1234", "This one is easy to guess."),
        ("boblindqvist", "This one is easy to guess."),
        ("x" * 4096, "This may be 200 characters long at most."),
    ],
)
def test_a_poor_password_is_refused_with_a_reason(page, typed, words):
    page = page.submit(new_password=typed)

    assert page.status == 422
    assert words in page.text(".notice--danger")


def test_a_password_of_pictures_works(page, bob):
    page.submit(new_password="🌊🦢🍐🪗🧭🕯️🪶🐌🫖🧶")

    assert matches(bob, "🌊🦢🍐🪗🧭🕯️🪶🐌🫖🧶")


def test_a_refused_password_changes_nothing(page, bob, phone):
    with changes(LoginSession, by=0):
        page.submit(new_password="short")

    assert matches(bob, PASSWORD)


def test_no_page_repeats_it(page):
    page = page.submit(new_password="short one")

    assert "short one" not in str(page.html)
