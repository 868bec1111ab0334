"""Asking for a link to set a new password."""

import pytest

from app.extensions import db
from app.models import Account, AccountToken
from tests.fixtures.cast import hashed
from tests.support.answers import steady_headers
from tests.support.browser import Browser
from tests.support.database import changes, statements
from tests.support.mailbox import mailbox, work

WAY = "/forgotten-password/"


def claim(handle, email="zoe@example.org"):
    """Somebody who joined with this address and never confirmed it."""
    account = Account.open(handle, handle, email, hashed())
    db.session.commit()
    return account


def ask(browser, identifier):
    page = browser.visit(WAY).submit("main form", identifier=identifier)
    work()
    return page


def test_the_sign_in_page_leads_here(browser, ann):
    page = browser.visit("/sign-in")

    assert page.text(".field a[href='/forgotten-password/']") == "Forgot it?"


@pytest.mark.parametrize(
    "identifier", ["ann", "@Ann", " ANN ", "ann@example.org", "Ann@Example.ORG"]
)
def test_a_letter_comes_by_handle_and_by_address(browser, ann, identifier):
    ask(browser, identifier)

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == ("ann@example.org", "Set a new password")
    assert letter.links[0].startswith("http://localhost/forgotten-password/")


@pytest.mark.parametrize("identifier", ["nobody", "no@example.org", "@", "a/b c", "@@"])
def test_for_nobody_there_is_no_letter(browser, ann, identifier):
    page = ask(browser, identifier)

    assert page.path == f"{WAY}on-its-way"
    assert mailbox() == []


def headers(page):
    return steady_headers(page.answer)


@pytest.mark.parametrize("identifier", ["nobody", "no@example.org", "a" * 254])
def test_the_answer_is_the_same_for_nobody(browser, ann, identifier):
    known = browser.visit(WAY).submit("main form", identifier="ann")
    unknown = browser.visit(WAY).submit("main form", identifier=identifier)

    assert known.answer.data == unknown.answer.data
    assert known.answer.status == unknown.answer.status
    assert headers(known) == headers(unknown)


@pytest.mark.parametrize("identifier", ["nobody", "no@example.org", "ann@example.org"])
def test_and_so_is_its_work(app, ann, identifier):
    work = []
    for name in ("ann", identifier):
        browser = Browser(app.test_client())
        token = browser.visit(WAY).value("csrf_token")
        with statements() as seen:
            browser.send(WAY, {"csrf_token": token, "identifier": name})
        work.append(seen)

    assert work[0] == work[1]
    assert any("INSERT INTO outbox" in statement for statement in work[0])


@pytest.mark.parametrize("identifier", ["", "   ", "a" * 255])
def test_an_empty_or_endless_name_is_refused(browser, identifier):
    page = ask(browser, identifier)

    assert page.status == 422
    assert page.select(".field-error")


def test_whoever_never_confirmed_can_recover_too(browser, zoe):
    ask(browser, "zoe@example.org")

    assert mailbox()[0].to == "zoe@example.org"


def test_where_several_gave_an_address_one_letter_names_three(browser, zoe):
    for number in range(4):
        claim(f"zoe_{number}")

    ask(browser, "zoe@example.org")

    assert len(mailbox()) == 1
    assert [
        f"@{name}" in mailbox()[0].text for name in ("zoe_0", "zoe_1", "zoe_2")
    ] == [
        True,
        True,
        False,
    ]


def test_whoever_confirmed_the_address_has_it_alone(browser, ann):
    claim("ann_too", "ann@example.org")

    ask(browser, "ann@example.org")

    assert "@ann_too" not in mailbox()[0].text
    assert len(mailbox()[0].links) == 1


def test_the_sixth_letter_has_to_wait_whoever_asks(browser, app, ann):
    for number in range(6):
        browser.client.environ_base["REMOTE_ADDR"] = f"192.0.2.{number}"
        page = ask(browser, ["ann", "@ann", "ANN"][number % 3])

    assert page.status == 429


def test_the_sixth_letter_to_nobody_has_to_wait_too(browser, ann):
    for _ in range(6):
        page = ask(browser, "nobody")

    assert page.status == 429


def test_one_network_asks_for_a_few(browser):
    for number in range(26):
        page = ask(browser, f"nobody{number}")

    assert page.status == 429


def test_a_letterbox_is_not_filled(browser, ann):
    for _ in range(10):
        AccountToken.issue(ann.account, "reset_password")
    db.session.commit()

    with changes(AccountToken, by=0):
        ask(browser, "ann")


def test_where_no_mail_is_sent_the_page_says_whom_to_ask(browser, app, monkeypatch):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", False)

    page = browser.visit(WAY)

    assert page.shows("This site sends no letters. Ask those who run it")
    assert not page.select("main form")
