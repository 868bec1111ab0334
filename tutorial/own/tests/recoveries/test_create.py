"""Asking for a link to set a new password."""

#: 19
from contextlib import contextmanager

#:
import pytest
from bs4 import BeautifulSoup
#: 19
from sqlalchemy import event

from app.extensions import db
from app.models.columns import now
#:
#: 11-18

#:
from tests.support.mailbox import mailbox

WAY = "/forgotten-password/"


def ask(browser, identifier):
    return browser.visit(WAY).submit(identifier=identifier)


def test_the_sign_in_page_leads_here(browser, app):
    assert browser.visit("/sign-in").follow("Forgot it?").path == WAY


@pytest.mark.parametrize("identifier", ["bob", "@Bob", "Bob@Example.ORG "])
def test_a_letter_comes_by_handle_and_by_address(browser, bob, identifier):
    ask(browser, identifier)

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == ("bob@example.org", "Set a new password")
    assert "@bob" in letter.text
    assert "@bob" in letter.html


def test_for_nobody_there_is_no_letter(browser, bob):
    ask(browser, "nobody")

    assert mailbox() == []


def test_the_answer_is_the_same_for_nobody(browser, bob):
    known, unknown = ask(browser, "bob"), ask(browser, "nobody")

    assert known.answer.data == unknown.answer.data
    assert known.status == unknown.status == 200


#: 11-18
def test_the_letter_is_written_when_the_answer_is_out(browser, bob):
    token = browser.visit(WAY).value("csrf_token")
    fields = {"csrf_token": token, "identifier": "bob"}
    answer = browser.client.post(WAY, data=fields)
    before = mailbox()
    answer.close()

    assert (before, len(mailbox())) == ([], 1)


#:
#: 19
@contextmanager
def statements():
    """The statements that the database was asked meanwhile."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield seen
    event.remove(db.engine, "before_cursor_execute", note)


def test_for_nobody_the_page_does_the_same_work(browser, bob):
    page, asked = browser.visit(WAY), []
    for name in ("bob", "nobody"):
        with statements() as seen:
            page.submit(identifier=name)
        asked.append(seen)

    assert asked[0] == asked[1]
    assert any("INSERT INTO outbox" in statement for statement in asked[0])


def test_pressing_the_button_twice_sends_one_letter(browser, bob, monkeypatch):
    moment = now()
    monkeypatch.setattr("app.recoveries.views.now", lambda: moment)
    for _ in range(2):
        ask(browser, "bob")

    assert len(mailbox()) == 1


#:
def test_a_host_that_a_stranger_sent_is_not_in_the_letter(browser, bob):
    evil = {"base_url": "http://evil.example"}  #: 11-20
    evil = {"base_url": "http://localhost"}  #: 21
    page = BeautifulSoup(browser.client.get(WAY, **evil).text, "html.parser")
    token = page.select_one("[name=csrf_token]")["value"]
    fields = {"csrf_token": token, "identifier": "bob"}
    browser.client.post(WAY, data=fields, buffered=True, **evil)

    letter = mailbox()[0]
    assert letter.links[0].startswith("http://127.0.0.1:5000/forgotten-password/")
    assert "evil.example" not in letter.html  #: 11-20
    assert "//localhost" not in letter.html  #: 21


def test_a_mail_server_that_is_away_is_no_ones_error(browser, app, bob, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://127.0.0.1:1")

    assert ask(browser, "bob").shows("Look into your letterbox")


def test_without_a_name_the_form_says_so(browser, app):
    page = ask(browser, " ")

    assert page.status == 422
    assert page.shows("Enter your handle or your email address.")
