"""Asking for the letter, once more."""

import pytest

from tests.accounts.test_create import ZOE
from tests.support.answers import steady_headers
from tests.support.browser import Browser
from tests.support.database import statements
from tests.support.mailbox import deferred, mailbox, work

TAKEN = {**ZOE, "email": "ann@example.org"}


@pytest.fixture
def elsewhere(app):
    """A browser that nobody has used yet."""
    return Browser(app.test_client())


def join(browser, fields):
    page = browser.visit("/sign-up").submit(**fields)
    work()
    return page


def resend(browser):
    return browser.visit("/confirm-address/").submit("main form")


def test_who_joins_gets_a_letter(browser):
    join(browser, ZOE)

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == ("zoe@example.org", "Confirm your address")
    assert "the account @zoe" in letter.text
    assert letter.links[0].startswith("http://localhost/confirm-address/")


def test_who_waits_to_be_let_in_gets_one_too(browser, by_request):
    join(browser, {**ZOE, "reason": "To read."})

    assert "Confirm your address" in [letter.subject for letter in mailbox()]


def test_the_page_says_where_it_went(browser):
    join(browser, ZOE)

    page = browser.visit("/confirm-address/")

    assert page.shows("We sent a letter to zoe@example.org.")
    assert page.select("a[href='/settings/email/']")


def test_a_letter_is_sent_again(browser, zoe):
    page = resend(browser.sign_in(zoe))
    work()

    assert page.shows("Another letter is on its way.")
    assert [letter.to for letter in mailbox()] == ["zoe@example.org"]


def test_the_older_letter_stays_good(browser):
    join(browser, ZOE)
    older = mailbox()[0].links[0]
    resend(browser)
    work()

    assert browser.visit(older).text("h1") == "Is this your address?"


def test_the_sixth_letter_has_to_wait(browser, zoe):
    browser.sign_in(zoe)
    for _ in range(6):
        page = resend(browser)

    assert page.status == 429
    assert len(deferred()) == 5


def test_an_address_that_is_somebodys_gets_another_letter(browser, ann):
    join(browser, TAKEN)

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == (
        "ann@example.org",
        "You have an account already",
    )
    assert "your account @ann" in letter.text
    assert "/confirm-address/" not in letter.text


def test_that_letter_comes_once_a_day(browser, ann):
    join(browser, TAKEN)
    for _ in range(3):
        resend(browser)
    work()

    assert len(mailbox()) == 1


def shown(page):
    """The page without what is random on every page, and without who it is."""
    for secret in page.select("input[name=csrf_token], input[name=form_key]"):
        secret.decompose()
    for form in page.select("form[data-writer]"):
        del form["data-writer"]
    return page.status, str(page.html).replace("ann@", "zoe@").replace("zoa", "zoe")


def headers(page):
    """What came with the page, but for how long it is: handles are not."""
    return dict(steady_headers(page.answer)) | {"Content-Length": ""}


@pytest.mark.parametrize("path", ["/", "/confirm-address/", "/settings/security/"])
def test_a_taken_address_is_answered_like_a_free_one(browser, ann, path):
    browser.visit("/sign-up").submit(**ZOE)
    free = browser.visit(path)
    browser.forget_cookies()

    browser.visit("/sign-up").submit(**{**TAKEN, "handle": "zoa"})
    taken = browser.visit(path)

    assert shown(taken) == shown(free)
    assert headers(taken) == headers(free)


@pytest.mark.parametrize("path", ["/sign-up", "/confirm-address/"])
def test_a_taken_address_is_as_much_work_as_a_free_one(app, ann, path):
    work = []
    for handle, email in (("zoe", "zoe@example.org"), ("zoe2", "ann@example.org")):
        browser = Browser(app.test_client())
        page = browser.visit("/sign-up")
        fields = {**ZOE, "handle": handle, "email": email}
        if path != "/sign-up":
            page, fields = browser.send("/sign-up", fields | token(page)), {}
        with statements() as seen:
            browser.client.post(path, data=fields | token(page))
        work.append(seen)

    assert work[0] == work[1]
    assert work[0]


def token(page):
    return {"csrf_token": page.value("csrf_token")}


def test_whoever_has_confirmed_needs_no_letter(browser, ann):
    page = browser.sign_in(ann).visit("/confirm-address/")

    assert page.text("h1") == "Your address is confirmed"
    assert not page.select("main form")


def test_where_no_mail_is_sent_nobody_confirms(browser, zoe, monkeypatch, app):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", False)

    page = browser.sign_in(zoe).visit("/confirm-address/")

    assert page.text("h1") == "Nothing to confirm"


@pytest.mark.parametrize(
    "email",
    [
        "zoe+ink@example.org",
        "ZOE@Example.ORG",
        "zoë@bücher.example",
        f"{'z' * 64}@{'a' * 63}.{'b' * 63}.{'c' * 53}.org",
    ],
)
def test_letters_reach_odd_addresses(browser, email):
    join(browser, {**ZOE, "email": email})

    assert mailbox()[0].to.casefold() == email.casefold()
    assert browser.visit(mailbox()[0].links[0]).shows(mailbox()[0].to)


@pytest.mark.parametrize("name", ["Zoë\r\nBcc: eve@example.org", "Zoë\nSubject: x"])
def test_a_name_is_no_header(browser, name):
    join(browser, {**ZOE, "name": name})

    assert "\n" not in mailbox()[0].subject
    assert mailbox()[0].to == "zoe@example.org"
