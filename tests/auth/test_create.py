from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from app.extensions import db
from app.models import LoginSession
from app.models.columns import now
from tests.fixtures.cast import PASSWORD
from tests.support.database import changes, statements


@pytest.fixture
def page(browser, ann):
    """The sign-in page, as a visitor sees it."""
    return browser.visit("/sign-in")


@pytest.fixture
def checks(monkeypatch):
    """Every password that is checked, with all the work that a check is."""
    seen = []

    class Counting(PasswordHasher):
        def verify(self, hashed, password):
            seen.append(password)
            return super().verify(hashed, password)

    hasher = Counting(time_cost=2, memory_cost=19 * 1024, parallelism=1)
    monkeypatch.setattr("app.lib.passwords._hasher", hasher)
    return seen


@pytest.mark.parametrize(
    "identifier",
    ["ann", "@ann", "ANN", "@Ann", " ann ", "ann@example.org", "Ann@Example.ORG"],
)
def test_people_sign_in_by_handle_or_address_in_any_case(page, identifier):
    with changes(LoginSession, by=1):
        home = page.submit(identifier=identifier, password=PASSWORD)

    assert home.path == "/"
    assert home.shows("Ann Okafor")


@pytest.mark.parametrize(
    "identifier", ["ann", "nobody", "no@example.org", "a/b c", "@"]
)
def test_a_refusal_says_the_same_whoever_it_is(page, identifier):
    refused = page.submit(identifier=identifier, password="not this one")

    assert refused.status == 422
    assert refused.shows("These don’t match. Check the handle or address")


def test_a_wrong_password_and_an_unknown_account_are_one_page(page):
    known = page.submit(identifier="ann", password="not this one")
    unknown = page.submit(identifier="nobody", password="not this one")

    assert known.text("html") == unknown.text("html")
    assert known.select("input[aria-invalid]") == unknown.select("input[aria-invalid]")


@pytest.mark.parametrize("identifier", ["ann", "nobody", "no@example.org"])
def test_an_unknown_account_is_as_much_work_as_a_known_one(page, checks, identifier):
    with statements() as seen:
        page.submit(identifier=identifier, password="not this one")

    assert checks == ["not this one"]
    assert len([statement for statement in seen if "FROM account" in statement]) == 2


def test_a_refusal_keeps_the_handle_but_not_the_password(page):
    refused = page.submit(identifier="ann", password="not this one")

    assert refused.value("identifier") == "ann"
    assert not refused.value("password")


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("identifier", "Enter your handle or your email address."),
        ("password", "Enter your password."),
    ],
)
def test_an_empty_field_is_named(page, field, message):
    refused = page.submit(**{"identifier": "ann", "password": PASSWORD, field: ""})

    assert refused.status == 422
    assert message in refused.text("[role=alert]")
    assert refused.text(".field-error") == message


def test_a_member_has_no_use_for_the_page(browser, ann):
    assert browser.sign_in(ann).visit("/sign-in").path == "/"


def test_signing_in_again_ends_the_earlier_session_of_that_browser(page, browser):
    page.submit(identifier="ann", password=PASSWORD)
    first = browser.client.get_cookie("login").value

    with changes(LoginSession, by=0):
        fields = {"csrf_token": browser.visit("/").value("csrf_token")}
        browser.send("/sign-in", {**fields, "identifier": "ann", "password": PASSWORD})

    assert browser.client.get_cookie("login").value != first


def test_other_browsers_stay_signed_in(page, browser, ann):
    browser.sign_in(ann).forget_cookies()

    with changes(LoginSession, by=1):
        browser.visit("/sign-in").submit(identifier="ann", password=PASSWORD)


@pytest.mark.parametrize(
    "token", ["", "x", "forged" * 10, "a'; --", "\u00fc", "x" * 4000]
)
def test_a_forged_cookie_is_nobody(browser, ann, token):
    browser.client.set_cookie("login", token)

    assert browser.visit("/drafts/").path.startswith("/sign-in")


def test_an_ended_session_is_nobody(browser, ann):
    browser.sign_in(ann)
    db.session.query(LoginSession).update({"expires_at": now() - timedelta(seconds=1)})
    db.session.commit()

    assert browser.visit("/drafts/").path.startswith("/sign-in")


def test_the_database_does_not_know_the_token(page, browser):
    page.submit(identifier="ann", password=PASSWORD)
    token = browser.client.get_cookie("login").value

    assert db.session.query(LoginSession).filter_by(token_digest=token).count() == 0
