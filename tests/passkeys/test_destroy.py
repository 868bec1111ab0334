import pytest

from app.extensions import db
from app.models import Passkey, RecoveryCode
from tests.support.accounts import account_of
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.factors import give_app, give_passkey
from tests.support.mailbox import mailbox

REMOVE = "form[action$=delete]"


def key_of(person):
    passkeys = db.session.query(Passkey).filter_by(user_id=person.id)
    return passkeys.order_by(Passkey.id.desc()).first().id


@pytest.fixture
def page(browser, bob, bobs_key):
    browser.sign_in(bob)
    return browser.visit(f"/settings/passkeys/{key_of(bob)}/edit")


def without_password(person):
    account_of(person).password_hash = ""
    db.session.commit()


def test_a_passkey_can_be_renamed(page):
    after = page.submit(name="Old phone")

    assert after.path == "/settings/passkeys/"
    assert after.texts(".device b") == ["Old phone"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_name_that_does_not_fit_is_kept_and_named(page, name):
    refused = page.submit(name=name)

    assert refused.status == 422
    assert refused.select(".field-error")


def test_the_last_factor_does_not_go_by_accident(page):
    with changes(Passkey, by=0):
        refused = page.submit(REMOVE)

    assert refused.status == 422
    assert refused.shows("This is your last second factor.")


def test_a_tick_lets_it_go_and_the_codes_with_it(page, bob):
    account_of(bob).make_recovery_codes()
    db.session.commit()

    with changes(RecoveryCode, by=-10), changes(Passkey, by=-1):
        page.submit(REMOVE, is_sure="y")


def test_one_of_two_goes_without_a_tick(page, browser, bob):
    give_passkey(bob, "Second")

    with changes(Passkey, by=-1):
        browser.visit(page.path).submit(REMOVE)


def test_it_is_told_by_its_name(page):
    page.submit(REMOVE, is_sure="y")

    assert "A passkey was removed." in mailbox()[-1].text
    assert "Its name: Phone" in mailbox()[-1].text


def test_without_a_password_the_last_one_stays(page, browser, bob):
    without_password(bob)

    page = browser.visit(page.path)

    assert page.shows("This passkey is your only way in")
    assert not page.select(REMOVE)


def test_even_if_the_form_was_open_before(page, bob):
    without_password(bob)

    with changes(Passkey, by=0):
        refused = page.submit(REMOVE, is_sure="y")

    assert refused.status == 422
    assert refused.shows("This passkey is your only way in")


def test_an_app_is_no_way_in_by_itself(page, bob):
    without_password(bob)
    give_app(bob)

    with changes(Passkey, by=0):
        page.submit(REMOVE, is_sure="y")


def test_without_a_password_one_of_two_may_go(page, browser, bob):
    without_password(bob)
    give_passkey(bob, "Second")

    with changes(Passkey, by=-1):
        browser.visit(page.path).submit(REMOVE)


@pytest.mark.parametrize("path", ["/edit", "", "/delete"])
def test_somebody_elses_passkey_is_nowhere(app, page, cleo, bob, path):
    other = Browser(app.test_client()).sign_in(cleo)
    address = f"/settings/passkeys/{key_of(bob)}"
    fields = {"csrf_token": other.visit("/").value("csrf_token"), "name": "x"}

    with changes(Passkey, by=0):
        answer = (
            other.visit(address + path)
            if path == "/edit"
            else other.send(address + path, fields)
        )

    assert answer.status == 404
