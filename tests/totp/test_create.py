import re

import pyotp
import pytest

from app.extensions import db
from app.models import AuditEntry, LoginSession, RecoveryCode, Totp
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.factors import App
from tests.support.mailbox import mailbox


@pytest.fixture
def page(browser, bob):
    return browser.sign_in(bob).visit("/settings/totp/new")


def phone(page):
    """An app that has scanned the page."""
    return App(page.text("code.key").replace(" ", ""))


def test_the_picture_and_the_letters_are_there(page):
    assert re.fullmatch(r"([A-Z2-7]{4} ){7}[A-Z2-7]{4}", page.text("code.key"))
    assert page.select("svg.qr path[d]")
    assert not page.select("svg [style], img[src^=data]")


def test_the_page_is_kept_nowhere(page):
    assert page.answer.headers["Cache-Control"] == "no-store"


def test_to_look_at_it_turns_nothing_on(browser, bob):
    with changes(Totp, by=0):
        browser.sign_in(bob).visit("/settings/totp/new")


def test_a_code_turns_it_on(page):
    with changes(Totp, by=1):
        after = page.submit(one_time_code=phone(page).code())

    assert after.path == "/settings/recovery-codes/"
    assert after.shows("Signing in now asks for a code from your app.")


def test_ten_recovery_codes_come_with_the_first_factor(page):
    with changes(RecoveryCode, by=10):
        after = page.submit(one_time_code=phone(page).code())

    assert len(after.texts(".recovery li")) == 10


def test_a_wrong_code_turns_nothing_on(page):
    with changes(Totp, by=0):
        refused = page.submit(one_time_code="000000")

    assert refused.status == 422
    assert refused.text("code.key") == page.text("code.key")
    assert "set the clock of your phone" in refused.text(".field-error")


@pytest.mark.parametrize(("skew", "is_on"), [(-90, 0), (-29, 1), (30, 1), (90, 0)])
def test_a_clock_may_be_off_by_half_a_minute(page, skew, is_on):
    with changes(Totp, by=is_on):
        page.submit(one_time_code=phone(page).code(skew))


def test_an_empty_code_is_named(page):
    refused = page.submit(one_time_code="")

    assert refused.text(".field-error") == "Enter the six digits that the app shows."


def test_the_code_that_proved_it_is_used_up(browser, page):
    app = phone(page)
    code = app.code()
    page.submit(one_time_code=code)
    step = db.session.query(Totp).one().last_step

    assert pyotp.TOTP(app.secret).at(step * 30) == code


def test_the_key_lies_sealed_in_the_database(page):
    page.submit(one_time_code=phone(page).code())

    assert phone(page).secret not in db.session.query(Totp).one().sealed_secret


def test_a_key_that_was_offered_to_somebody_else_is_not_taken(app, page, cleo):
    other = Browser(app.test_client()).sign_in(cleo).visit("/settings/totp/new")
    foreign = other.value("sealed_secret")

    with changes(Totp, by=0):
        refused = page.submit(sealed_secret=foreign, one_time_code=phone(other).code())

    assert refused.status == 422
    assert refused.text("code.key") != other.text("code.key")


@pytest.mark.parametrize("forged", ["", "x", "gAAAAA", "\x00"])
def test_a_forged_key_is_not_taken(page, forged):
    with changes(Totp, by=0):
        refused = page.submit(sealed_secret=forged, one_time_code="000000")

    assert refused.shows("That page was too old. Scan the new picture.")


def test_it_is_told_and_written_down(page, bob):
    page.submit(one_time_code=phone(page).code())
    actions = [entry.action for entry in db.session.query(AuditEntry)]

    assert {"totp.added", "recovery_codes.made"} <= set(actions)
    assert any("An authenticator app was added." in one.text for one in mailbox())
    assert mailbox()[0].to == "bob@example.org"


def test_other_sessions_stay_and_this_one_gets_another_token(browser, page, bob):
    Browser(browser.client.application.test_client()).sign_in(bob)
    before = browser.client.get_cookie("login").value

    with changes(LoginSession, by=0):
        page.submit(one_time_code=phone(page).code())

    assert browser.client.get_cookie("login").value != before


def test_another_phone_replaces_the_first(browser, bob, bobs_app):
    page = browser.sign_in(bob).visit("/settings/totp/new")

    with changes(RecoveryCode, by=0):
        page.submit(one_time_code=phone(page).code())

    assert db.session.query(Totp).one().user_id == bob.id


def test_the_sixth_wrong_code_has_to_wait(page):
    for _ in range(6):
        refused = page.submit(one_time_code="000000")

    assert refused.status == 429


@pytest.mark.parametrize("path", ["/settings/totp/", "/settings/totp/new"])
def test_who_signed_in_long_ago_is_asked_first(browser, bob, path):
    browser.sign_in(bob)
    db.session.query(LoginSession).update({"proved_at": None})
    db.session.commit()

    assert browser.visit(path).text("h1") == "Confirm it’s you"


def test_a_form_that_comes_late_shows_the_same_picture_again(browser, page):
    db.session.query(LoginSession).update({"proved_at": None})
    db.session.commit()
    asked = page.submit(one_time_code=phone(page).code())

    again = asked.submit(password="seven quiet herons").submit()

    assert again.text("code.key") == page.text("code.key")
