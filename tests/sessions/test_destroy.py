"""Signing another browser out."""

import pytest

from app.extensions import db
from app.models import AuditEntry, LoginSession
from tests.support.browser import Browser
from tests.support.database import changes

PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def phone(app, bob):
    """Bob's other browser."""
    return Browser(app.test_client()).sign_in(bob)


@pytest.fixture
def page(browser, bob, phone):
    db.session.query(LoginSession).update({"device": PHONE})
    db.session.commit()
    return browser.sign_in(bob).visit("/settings/security/")


def test_every_browser_is_listed_and_this_one_is_marked(page):
    assert len(page.select(".device")) == 2
    assert page.text(".device .badge") == "This one"


def test_a_browser_is_called_by_its_name(page):
    assert "Mobile Safari on iOS" in page.texts(".device b")


def test_the_other_one_is_signed_out(page, phone):
    with changes(LoginSession, by=-1):
        page.submit(".device form")

    assert phone.visit("/settings/security/").path.startswith("/sign-in")


def test_this_one_stays(page):
    assert page.submit(".device form").shows("Signed out there.")


def test_it_is_written_down(page):
    with changes(AuditEntry, by=1):
        page.submit(".device form")


def test_there_is_no_button_for_this_one(page):
    page = page.submit(".device form")

    assert page.select(".device form") == []


def test_nobody_ends_the_session_of_another(browser, phone, cleo):
    key = db.session.query(LoginSession).one().id
    browser.sign_in(cleo)
    form = browser.visit("/settings/security/")
    token = {"csrf_token": form.value("csrf_token")}

    with changes(LoginSession, by=0):
        assert browser.send(f"/settings/sessions/{key}/delete", token).status == 404


def test_everywhere_else_is_one_button(page, phone):
    page = page.submit(".panel .spread form")

    assert page.shows("You’re signed out everywhere else.")
    assert len(page.select(".device")) == 1


def test_a_get_ends_nothing(browser, page, phone):
    key = db.session.query(LoginSession).first().id

    with changes(LoginSession, by=0):
        assert browser.client.get(f"/settings/sessions/{key}/delete").status_code == 405


def test_sessions_of_others_are_not_listed(page, browser, cleo):
    Browser(browser.client.application.test_client()).sign_in(cleo)

    assert len(browser.visit("/settings/security/").select(".device")) == 2
