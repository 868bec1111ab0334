import pytest

from app.models import RecoveryCode, Totp
from tests.support.database import changes
from tests.support.mailbox import mailbox


@pytest.fixture
def page(browser, bob, bobs_app):
    return browser.sign_in(bob).visit("/settings/totp/")


def test_without_an_app_the_page_leads_to_setting_one_up(browser, bob):
    assert browser.sign_in(bob).visit("/settings/totp/").path == "/settings/totp/new"


def test_the_last_factor_does_not_go_by_accident(page):
    with changes(Totp, by=0):
        refused = page.submit()

    assert refused.status == 422
    assert refused.text(".field-error") == "Tick this if you want to go without."
    assert refused.shows("Without it your password alone opens your account")


def test_a_tick_lets_it_go(page):
    with changes(Totp, by=-1):
        after = page.submit(is_sure="y")

    assert after.path == "/settings/security/"


def test_its_recovery_codes_go_with_it(page):
    with changes(RecoveryCode, by=-10):
        page.submit(is_sure="y")


def test_beside_a_passkey_it_goes_without_a_tick(browser, bob, bobs_app, bobs_key):
    page = browser.sign_in(bob).visit("/settings/totp/")

    with changes(RecoveryCode, by=0):
        page.submit()

    assert not page.select("[name=is_sure]")


def test_it_is_told(page):
    page.submit(is_sure="y")

    assert "The authenticator app was removed." in mailbox()[-1].text


def test_twice_is_once(page):
    page.submit(is_sure="y")

    assert page.submit(is_sure="y").status == 404
