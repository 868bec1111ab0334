import pytest

from app.extensions import db
from app.models import Account, LoginSession, Site
from tests.support.database import changes

ADMIN = {
    "site_name": "The Reading Room",
    "tagline": "Books, slowly.",
    "name": "Ann Okafor",
    "handle": "Ann",
    "email": "ann@example.org",
    "password": "seven quiet herons",
}


@pytest.fixture
def page(browser, empty_site):
    """The page of the first visitor."""
    return browser.visit("/")


def test_the_first_visitor_opens_the_site(page):
    with changes(Site, by=1), changes(Account, by=1), changes(LoginSession, by=1):
        home = page.submit(**ADMIN)

    assert home.path == "/"
    assert home.text(".brand") == "The Reading Room"
    assert home.shows("Ann Okafor")


def test_the_first_account_is_the_admin(page):
    page.submit(**ADMIN)

    assert db.session.query(Account).one().role == "admin"


def test_the_admin_stays_signed_in(page, browser):
    page.submit(**ADMIN)

    assert browser.client.get_cookie("login").max_age == 30 * 24 * 3600


def test_visitors_are_told_what_the_site_is(page, browser):
    page.submit(**ADMIN)
    browser.forget_cookies()

    assert browser.visit("/").text("h1") == "Books, slowly."


def test_the_tagline_can_wait(page, browser):
    page.submit(**{**ADMIN, "tagline": ""})
    browser.forget_cookies()

    assert browser.visit("/").text("h1") == "A quiet place to think out loud."


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("site_name", " ", "Give the site a name."),
        ("site_name", "R" * 61, "This may be 60 characters long at most."),
        ("tagline", "B" * 161, "This may be 160 characters long at most."),
        ("handle", "a/b c", "Use 3 to 30 of a–z, 0–9 and _, without spaces."),
        ("email", "ann", "Check this address. It should look like you@example.org."),
        ("password", "password123", "This one is easy to guess."),
    ],
)
def test_a_bad_field_is_named_and_nothing_is_made(page, field, typed, message):
    with changes(Site, by=0), changes(Account, by=0):
        refused = page.submit(**{**ADMIN, field: typed})

    assert refused.status == 422
    assert message in refused.text(f"#{field}-error")


def test_what_was_typed_stays_but_not_the_password(page):
    refused = page.submit(**{**ADMIN, "email": "ann"})

    assert refused.value("site_name") == "The Reading Room"
    assert refused.value("tagline") == "Books, slowly."
    assert ADMIN["password"] not in str(refused.html)


def test_names_are_clean_lines(page):
    page.submit(**{**ADMIN, "site_name": "The\u202e Read\x00ing\nRoom"})

    assert db.session.query(Site).one().name == "The Reading Room"


def test_a_form_without_its_token_opens_nothing(browser, empty_site):
    with changes(Site, by=0):
        page = browser.send("/setup/", ADMIN)

    assert page.status == 400


def test_of_two_first_visitors_the_second_reads_that_one_was_faster(
    page, browser, monkeypatch
):
    db.session.add(Site(name="Faster", tagline=""))
    db.session.commit()
    monkeypatch.setattr("app.setup.views.current_site", lambda: None)

    with changes(Account, by=0), changes(Site, by=0):
        refused = page.submit(**ADMIN)

    assert refused.status == 409
    assert refused.text("h1") == "Somebody was faster"


def test_the_second_first_visitor_is_not_signed_in(page, browser, monkeypatch):
    db.session.add(Site(name="Faster", tagline=""))
    db.session.commit()
    monkeypatch.setattr("app.setup.views.current_site", lambda: None)

    with changes(LoginSession, by=0):
        page.submit(**ADMIN)

    assert browser.client.get_cookie("login") is None
