"""A session is a row: it can be listed, and it can be ended."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import LoginSession
from app.models.account import claimants_of
from app.models.columns import now
from app.web import links
from app.web.links import RESET_PASSWORD
from tests.support.browser import Browser
from tests.support.database import changes


@pytest.fixture
def thief(app, browser, bob):
    """Who has Bob's cookie, and nothing else of his."""
    browser.sign_in(bob)
    thief = Browser(app.test_client())
    thief.client.set_cookie("session", browser.client.get_cookie("session").value)
    return thief


def is_in(browser):
    return browser.visit("/settings/security/").path == "/settings/security/"


def test_who_has_the_cookie_is_in(thief):
    assert is_in(thief)


def test_after_signing_out_a_copy_of_the_cookie_is_worth_nothing(browser, thief):
    browser.visit("/").submit("header form[method=post]")

    assert not is_in(thief)


def test_a_new_password_ends_all_others(app, browser, bob, thief):
    account = db.session.scalar(claimants_of("bob"))
    path = f"/forgotten-password/{links.issue(account, RESET_PASSWORD)}"
    elsewhere = Browser(app.test_client())
    elsewhere.visit(path).submit(new_password="nine loud bitterns")

    assert is_in(elsewhere)
    assert not is_in(browser)
    assert not is_in(thief)


def test_its_owner_ends_one_from_another_browser(app, bob, thief):
    owner = Browser(app.test_client()).sign_in(bob)

    with changes(LoginSession, by=-1):
        owner.visit("/settings/security/").submit(".device form")

    assert is_in(owner)
    assert not is_in(thief)


def test_or_all_others_at_once(app, bob, thief):
    owner = Browser(app.test_client()).sign_in(bob)
    owner.visit("/settings/security/").submit(".spread form")

    assert is_in(owner)
    assert not is_in(thief)


def test_to_sign_in_again_ends_the_session_before(browser, bob):
    browser.sign_in(bob)
    token = browser.visit("/").value("csrf_token")
    fields = {"identifier": "bob", "password": "seven quiet herons"}

    with changes(LoginSession, by=0):
        browser.send("/sign-in", {**fields, "csrf_token": token})


def test_what_is_over_is_over_and_forgotten(app, browser, thief):
    ends = {LoginSession.expires_at: now() - timedelta(seconds=1)}
    db.session.execute(db.update(LoginSession).values(ends))
    db.session.commit()

    assert not is_in(thief)
    with changes(LoginSession, by=-1):
        app.test_cli_runner().invoke(args=["sessions", "prune"])


def test_the_database_does_not_know_what_would_let_one_in(browser, bob):
    browser.sign_in(bob)
    with browser.client.session_transaction() as session:
        token = session["login"]

    assert db.session.scalar(db.select(LoginSession)).token_digest != token
