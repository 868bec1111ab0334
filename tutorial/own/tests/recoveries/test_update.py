"""Setting a new password by the link."""

from datetime import UTC, datetime, timedelta

import itsdangerous
import pytest

from app.extensions import db
from app.lib.passwords import password_matches
from app.models import Account
from app.web import links
from tests.support.browser import Browser
from tests.support.mailbox import mailbox

NEW = "nine loud bitterns"


def account_of(person):
    query = db.select(Account).filter_by(user_id=person.id)
    return db.session.scalar(query.execution_options(populate_existing=True))


@pytest.fixture
def link(app, bob):
    """The path of the link in the letter to Bob."""
    return f"/forgotten-password/{links.issue(account_of(bob), 'reset_password')}"


def test_the_new_password_is_set_and_its_person_signed_in(browser, bob, link):
    page = browser.visit(link).submit(new_password=NEW)

    assert page.shows("Your new password is set.")
    assert page.shows("Bob Lindqvist")
    assert password_matches(NEW, account_of(bob).password_hash)


def test_its_owner_is_told(browser, bob, link):
    browser.visit(link).submit(new_password=NEW)

    assert mailbox()[0].subject == "A change to your account at Inklings"
    assert mailbox()[0].to == "bob@example.org"


def test_it_works_once(browser, app, link):
    elsewhere = Browser(app.test_client()).visit(link)
    browser.visit(link).submit(new_password=NEW)

    assert elsewhere.submit(new_password="seven slow otters").status == 410
    assert browser.visit(link).status == 410


def test_another_address_ends_it(browser, bob, link):
    account_of(bob).email = "robert@example.org"
    db.session.commit()

    assert browser.visit(link).status == 410


def test_so_does_an_hour(browser, link, monkeypatch):
    later = datetime.now(UTC) + timedelta(minutes=61)
    signer = itsdangerous.TimestampSigner
    monkeypatch.setattr(signer, "get_timestamp", lambda _: int(later.timestamp()))

    assert browser.visit(link).status == 410


def test_a_link_for_something_else_does_not_do(browser, bob):
    token = links.issue(account_of(bob), "something_else")

    assert browser.visit(f"/forgotten-password/{token}").status == 410


@pytest.mark.parametrize("token", ["nonsense", "WzEsIngiXQ.aaaaaa.bbbb"])
def test_nor_does_one_that_nobody_signed(browser, bob, token):
    assert browser.visit(f"/forgotten-password/{token}").status == 410


def test_a_guessable_password_is_refused_and_the_link_stays_good(browser, link):
    page = browser.visit(link).submit(new_password="password12")

    assert page.status == 422
    assert page.submit(new_password=NEW).shows("Your new password is set.")


def test_no_cache_and_no_other_site_gets_the_address(browser, link):
    headers = browser.visit(link).answer.headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
