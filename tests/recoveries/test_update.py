"""Setting a new password with the link in the letter."""

import pytest

from app.extensions import db
from app.lib.passwords import password_matches
from app.models import Account, AuditEntry, Identity, LoginSession
from tests.fixtures.cast import PASSWORD, hashed
from tests.support.accounts import account_of
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.links import link_for
from tests.support.mailbox import mailbox

NEW = "nine loud bitterns"


@pytest.fixture
def link(ann):
    return link_for(ann, "reset_password")


def set_password(browser, link, password=NEW):
    return browser.visit(link).submit("main form", new_password=password)


def test_the_new_password_is_set_and_its_person_signed_in(browser, ann, link):
    page = set_password(browser, link)

    assert page.path == "/"
    assert page.shows("Your new password is set")
    assert password_matches(NEW, account_of(ann).password_hash)


def test_the_page_says_whose_it_is(browser, ann, link):
    page = browser.visit(link)

    assert page.shows("For your account @ann.")
    assert page.value("username") == "ann"


def test_every_session_ends_but_this_one(browser, app, ann, link):
    other = Browser(app.test_client()).sign_in(ann)

    set_password(browser, link)

    assert db.session.query(LoginSession).count() == 1
    assert other.visit("/drafts/").path.startswith("/sign-in")


def test_the_session_of_this_browser_begins_anew(browser, ann, link):
    browser.sign_in(ann)
    before = browser.client.get_cookie("login").value

    set_password(browser, link)

    assert browser.client.get_cookie("login").value != before
    assert browser.visit("/drafts/").path == "/drafts/"


def test_somebody_else_who_was_signed_in_here_is_not_any_more(browser, ann, bob, link):
    page = set_password(browser.sign_in(bob), link)

    assert page.shows("Ann Okafor")


def test_it_is_written_down_and_told(browser, ann, link):
    set_password(browser, link)

    actions = [e.action for e in db.session.query(AuditEntry).order_by(AuditEntry.id)]
    assert actions == ["password.reset", "session.begun"]
    assert mailbox()[0].subject == "A change to your account at Inklings"
    assert "The password was changed" in mailbox()[0].text


def test_it_is_no_way_around_the_second_step(browser, bob, bobs_app):
    page = set_password(browser, link_for(bob, "reset_password"))

    assert page.path == "/sign-in/second-step"
    assert page.shows("Your new password is set")
    assert db.session.query(LoginSession).count() == 0


def test_the_second_step_follows(browser, bob, bobs_app):
    page = set_password(browser, link_for(bob, "reset_password"))

    page = page.submit("main form", one_time_code=bobs_app.code())

    assert page.shows("Bob Lindqvist")


def test_nor_does_somebody_else_stay_signed_in_meanwhile(browser, ann, bob, bobs_app):
    page = set_password(browser.sign_in(ann), link_for(bob, "reset_password"))

    assert page.path == "/sign-in/second-step"


def test_who_reads_the_letter_owns_the_address(browser, zoe):
    set_password(browser, link_for(zoe, "reset_password"))

    assert account_of(zoe).is_confirmed


def test_and_shuts_out_who_had_only_given_it(browser, zoe):
    """Somebody else may have made the account, and wait for its address to be used."""
    zoe.link("https://id.example", "1", "eve")
    db.session.commit()

    with changes(Identity, by=-1):
        set_password(browser, link_for(zoe, "reset_password"))


def test_names_elsewhere_of_who_confirmed_the_address_stay(browser, ann, link):
    ann.link("https://id.example", "1", "ann")
    db.session.commit()

    with changes(Identity, by=0):
        set_password(browser, link)


def test_they_do_not_where_nobody_proved_to_read_their_letters(
    trusting, browser, ann, link
):
    ann.link("https://id.example", "1", "eve")
    db.session.commit()

    with changes(Identity, by=-1):
        set_password(browser, link)


def test_unless_it_is_confirmed_by_another_account(browser, zoe):
    Account.open("zoe2", "Zoë", "zoe@example.org", hashed()).confirm()
    db.session.commit()

    page = set_password(browser, link_for(zoe, "reset_password"))

    assert page.shows("Your new password is set")
    assert not account_of(zoe).is_confirmed


def test_a_race_for_the_address_changes_nothing(browser, zoe, monkeypatch):
    Account.open("zoe2", "Zoë", "zoe@example.org", hashed()).confirm()
    db.session.commit()
    monkeypatch.setattr("app.web.find.is_confirmed", lambda email: False)

    page = set_password(browser, link_for(zoe, "reset_password"))

    assert page.status == 409
    assert password_matches(PASSWORD, account_of(zoe).password_hash)


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("", "Choose a password."),
        ("four word", "9 of at least 10 characters."),
        ("password123", "This one is easy to guess."),
        ("ann@example.org", "This one is easy to guess."),
        ("w" * 4096, "This may be 200 characters long at most."),
    ],
)
def test_a_bad_password_is_refused_and_the_link_stays_good(
    browser, ann, link, password, words
):
    page = set_password(browser, link, password)

    assert page.status == 422
    assert words in page.text(".field-error")
    assert set_password(browser, link).path == "/"


def test_a_password_of_pictures_is_fine(browser, ann, link):
    password = "🦩🚲🧂🥖🪗🌫🦉🪵🧭🫖"
    set_password(browser, link, password)
    browser.forget_cookies()

    page = browser.visit("/sign-in").submit(identifier="ann", password=password)

    assert page.shows("Ann Okafor")


def test_of_two_tabs_the_second_is_told(browser, ann, link):
    first, second = browser.visit(link), browser.visit(link)
    first.submit("main form", new_password=NEW)

    second.submit("main form", new_password="seven slow otters")

    assert password_matches(NEW, account_of(ann).password_hash)
    assert browser.visit(link).shows("It has been used.")


def test_of_two_letters_the_other_is_no_good_then(browser, ann, link):
    other = link_for(ann, "reset_password")
    set_password(browser, link)

    assert browser.visit(other).status == 410


def test_of_two_requests_at_once_one_wins(browser, ann, link, monkeypatch):
    page = browser.visit(link)
    monkeypatch.setattr("app.models.AccountToken.spend", lambda self: False)

    page = page.submit("main form", new_password=NEW)

    assert (page.status, page.text("main p")) == (
        410,
        "It has been used. Such a link works once.",
    )
    assert password_matches(PASSWORD, account_of(ann).password_hash)


def test_the_page_repeats_no_password(browser, ann, link):
    page = set_password(browser, link, "password123")

    assert "password123" not in str(page.html)


def test_who_still_waits_to_be_let_in_has_a_new_password(browser, fay):
    page = set_password(browser, link_for(fay, "reset_password"))

    assert page.status == 403
    assert page.text("h1") == "Your request is being read"
