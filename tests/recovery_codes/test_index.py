import pytest

from app.extensions import db
from app.models import RecoveryCode
from tests.support.database import changes
from tests.support.factors import enter_password
from tests.support.mailbox import mailbox

ADDRESS = "/settings/recovery-codes/"


@pytest.fixture
def page(browser, bob, bobs_app):
    return browser.sign_in(bob).visit(ADDRESS)


def test_the_page_says_how_many_are_left(page):
    assert page.shows("10 of 10 codes are left.")
    assert not page.select(".recovery")


def test_new_ones_are_shown_once(page, browser):
    fresh = page.submit()

    assert len(set(fresh.texts(".recovery li"))) == 10
    assert not browser.visit(ADDRESS).select(".recovery")


def test_the_page_that_shows_them_is_kept_nowhere(page):
    assert page.submit().answer.headers["Cache-Control"] == "no-store"


def test_new_ones_replace_the_old_ones(page, browser, bobs_app):
    with changes(RecoveryCode, by=0):
        page.submit()
    browser.forget_cookies()

    refused = enter_password(browser, "bob")
    refused = refused.submit(recovery_code=bobs_app.recovery_codes[0])

    assert refused.status == 422


def test_new_ones_open_the_door(page, browser):
    code = page.submit().texts(".recovery li")[0]
    browser.forget_cookies()

    assert enter_password(browser, "bob").submit(recovery_code=code).path == "/"


def test_the_database_and_the_cookie_know_them_only_sealed(page, browser):
    code = page.submit().texts(".recovery li")[0]
    digests = " ".join(db.session.scalars(db.select(RecoveryCode.code_digest)))

    assert code not in digests
    assert code.replace("-", "") not in digests


def test_the_cookie_on_the_way_does_not_give_them_away(page, browser):
    fields = {"csrf_token": page.value("csrf_token")}
    browser.client.post(ADDRESS, data=fields)
    with browser.client.session_transaction() as cookie:
        carried = str(dict(cookie))

    code = browser.visit(ADDRESS).texts(".recovery li")[0]

    assert "fresh_codes" in carried
    assert code not in carried


def test_it_is_told(page):
    page.submit()

    assert "New recovery codes were made." in mailbox()[-1].text


def test_without_factors_there_is_nothing_to_recover(browser, bob):
    page = browser.sign_in(bob).visit(ADDRESS)

    assert page.shows("Set up one of them first.")
    assert not page.select("main form")


def test_nor_are_any_made(browser, bob):
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    with changes(RecoveryCode, by=0):
        page = browser.send(ADDRESS, {"csrf_token": token})

    assert page.status == 404
