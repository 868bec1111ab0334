import json

import pytest

from app.extensions import db
from app.models import AuditEntry, Passkey, RecoveryCode
from app.models.passkey import MOST
from tests.support.authenticator import Authenticator
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.factors import give_passkey
from tests.support.mailbox import mailbox

LATE = "That took too long, or was answered in another tab."


@pytest.fixture
def page(browser, bob):
    return browser.sign_in(bob).visit("/settings/passkeys/new")


def options(page):
    """What the page hands to its script."""
    [form] = page.select("form[data-options]")
    return json.loads(form["data-options"])


def make(page, device, name="Phone"):
    """Let the script make a passkey and send the form."""
    return page.submit(name=name, credential=device.create(options(page)))


def test_a_passkey_is_added_under_its_name(page):
    with changes(Passkey, by=1):
        make(page, Authenticator(), "Ålesund’s phone")

    assert db.session.query(Passkey.name).scalar() == "Ålesund’s phone"


def test_ten_recovery_codes_come_with_the_first_factor(page):
    with changes(RecoveryCode, by=10):
        after = make(page, Authenticator())

    assert after.path == "/settings/recovery-codes/"


def test_a_second_one_brings_no_new_codes(browser, page, bob, bobs_app):
    with changes(RecoveryCode, by=0):
        after = make(page, Authenticator())

    assert after.path == "/settings/passkeys/"
    assert after.texts(".device b") == ["Phone"]


def test_the_page_asks_for_a_device_that_has_none_yet(browser, bob, bobs_key):
    page = browser.sign_in(bob).visit("/settings/passkeys/new")

    assert len(options(page)["excludeCredentials"]) == 1
    assert options(page)["user"]["displayName"] == "Bob Lindqvist"


def test_it_needs_a_name(page):
    with changes(Passkey, by=0):
        refused = make(page, Authenticator(), name="  ")

    assert refused.status == 422
    assert refused.text(".field-error") == "Name it after the device it is on."


@pytest.mark.parametrize(
    "fault", [{"origin": "https://evil.example"}, {"rp_id": "evil.example"}]
)
def test_a_passkey_for_another_site_is_refused(page, fault):
    with changes(Passkey, by=0):
        refused = make(page, Authenticator(**fault))

    assert refused.status == 422


@pytest.mark.parametrize("answer", ["", "x", "{}", "[]", "x" * 30_000])
def test_garbage_is_refused_and_the_name_kept(page, answer):
    refused = page.submit(name="Phone", credential=answer)

    assert refused.status == 422
    assert refused.value("name") == "Phone"
    assert LATE in refused.text("[role=alert]")


def test_one_can_try_again_from_there(page):
    refused = page.submit(name="Phone", credential="{}")

    with changes(Passkey, by=1):
        make(refused, Authenticator())


def test_after_five_minutes_it_is_too_late(browser, page):
    with browser.client.session_transaction() as cookie:
        challenge, asked_at = cookie["passkey add"]
        cookie["passkey add"] = [challenge, asked_at - 5 * 60 - 1]

    with changes(Passkey, by=0):
        refused = make(page, Authenticator())

    assert refused.shows(LATE)


def test_an_answer_to_another_tab_is_refused(browser, page):
    browser.visit("/settings/passkeys/new")

    with changes(Passkey, by=0):
        make(page, Authenticator())


def test_one_passkey_is_not_two_peoples(browser, page, cleo):
    device = give_passkey(cleo)

    with changes(Passkey, by=0):
        lost = make(page, device)

    assert lost.status == 409
    assert lost.shows("That passkey is known here already.")


def test_there_is_an_end_to_it(browser, page, bob):
    for number in range(MOST):
        give_passkey(bob, f"Key {number}")

    with changes(Passkey, by=0):
        refused = make(page, Authenticator())

    assert refused.shows("That’s as many as fit. Remove one first.")
    assert not browser.visit("/settings/passkeys/").select("main a[href$=new]")


def test_it_is_told_and_written_down(page):
    make(page, Authenticator(), "<b>Phone")
    entry = db.session.query(AuditEntry).filter_by(action="passkey.added").one()

    assert entry.detail == "<b>Phone"
    assert any("A passkey was added." in one.text for one in mailbox())
    assert not any("<b>Phone" in one.html for one in mailbox())


def test_this_session_gets_another_token(browser, page):
    before = browser.client.get_cookie("login").value

    make(page, Authenticator())

    assert browser.client.get_cookie("login").value != before


def test_where_the_site_has_no_name_the_page_says_so(app, browser, bob, monkeypatch):
    monkeypatch.setitem(app.config, "SITE_URL", "http://127.0.0.1:8000")

    page = browser.sign_in(bob).visit("/settings/passkeys/")

    assert page.shows("This one is at http://127.0.0.1:8000.")
    assert not page.select("main a[href$=new]")


def test_a_stranger_is_asked_in_first(app, bob):
    page = Browser(app.test_client()).visit("/settings/passkeys/new")

    assert page.text("h1") == "Welcome back"
