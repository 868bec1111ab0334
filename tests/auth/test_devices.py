"""A browser is known again, and a strange one is noticed."""

import pytest

from app.extensions import db
from app.models import AuditEntry, KnownDevice
from tests.fixtures.cast import PASSWORD
from tests.support.accounts import account_of
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.mailbox import mailbox

FIREFOX = (
    "Mozilla/5.0 (X11; Fedora; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
)


def sign_in(browser, identifier="ann", password=PASSWORD):
    page = browser.visit("/sign-in")
    return page.submit(identifier=identifier, password=password)


def actions():
    entries = db.session.query(AuditEntry).order_by(AuditEntry.id)
    return [entry.action for entry in entries]


@pytest.fixture
def elsewhere(app):
    """A browser in another network."""
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    return Browser(client)


def guess_from_everywhere(app, times=26):
    """Strangers guess at Ann's password, each from a network of their own."""
    for number in range(times):
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
        page = sign_in(Browser(client), password="guess")
    return page


def test_the_first_device_is_no_news(browser, ann):
    sign_in(browser)

    assert actions() == ["session.begun"]


def test_the_same_browser_is_known_again(browser, ann):
    sign_in(browser)
    browser.visit("/").submit("#me form[action='/sign-out']")

    with changes(KnownDevice, by=0):
        sign_in(browser)

    assert actions() == ["session.begun", "session.begun"]


def test_another_browser_is_news(browser, elsewhere, ann):
    sign_in(browser)

    sign_in(elsewhere)

    assert actions()[-1] == "session.begun_elsewhere"


def test_another_browser_is_told_to_the_owner(browser, elsewhere, ann):
    sign_in(browser)
    elsewhere.client.environ_base["HTTP_USER_AGENT"] = FIREFOX

    sign_in(elsewhere)

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == ("ann@example.org", "A new device signed in")
    assert "Device: Firefox on Fedora" in letter.text
    assert "Network: 192.0.2.7" in letter.text


@pytest.mark.parametrize(("zone", "is_utc"), [("", True), ("Asia/Tokyo", False)])
def test_the_letter_says_when_by_the_clock_of_its_reader(
    browser, elsewhere, ann, zone, is_utc
):
    account_of(ann).time_zone = zone
    db.session.commit()
    sign_in(browser)

    sign_in(elsewhere)

    assert ("(UTC)" in mailbox()[0].text) == is_utc


def test_but_not_to_an_address_that_nobody_confirmed(browser, elsewhere, zoe):
    sign_in(browser, "zoe")

    sign_in(elsewhere, "zoe")

    assert mailbox() == []


def test_two_people_of_one_browser_are_each_known(browser, ann, bob):
    sign_in(browser)
    browser.visit("/").submit("#me form[action='/sign-out']")

    with changes(KnownDevice, by=1):
        sign_in(browser, "bob")


def test_strangers_shut_the_door_for_strangers(app, elsewhere, ann):
    guess_from_everywhere(app)

    assert sign_in(elsewhere).status == 429


def test_but_never_for_the_owner(app, browser, ann):
    sign_in(browser)
    browser.visit("/").submit("#me form[action='/sign-out']")
    guess_from_everywhere(app)

    assert sign_in(browser).path == "/"


def test_a_made_up_device_is_no_key(app, elsewhere, ann):
    guess_from_everywhere(app)
    elsewhere.client.set_cookie("device", "made up")

    assert sign_in(elsewhere).status == 429


def test_the_device_of_somebody_else_is_no_key(app, elsewhere, ann, bob):
    sign_in(elsewhere, "bob")
    elsewhere.client.delete_cookie("login")
    guess_from_everywhere(app)

    assert sign_in(elsewhere).status == 429


def test_a_handle_that_looks_like_a_number_is_no_account(app, elsewhere, ann):
    for number in range(26):
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
        sign_in(Browser(client), str(ann.id), "guess")

    assert sign_in(elsewhere).path == "/"
