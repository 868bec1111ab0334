"""Links out of letters that are no good any more, or never were."""

import pytest

from app.extensions import db
from app.lib.passwords import hash_password
from app.models import Account
from tests.support.browser import HEADERS
from tests.support.links import PATHS, let_expire, link_for, token_for

DAMAGED = {
    "cut short": lambda token: token[:-1],
    "grown": lambda token: f"{token}A",
    "in another case": str.swapcase,
    "with a space": lambda token: f"{token}%20",
    "with a line end": lambda token: f"{token}%0A",
    "with a NUL": lambda token: f"{token}%00",
    "encoded twice": lambda token: f"%25{ord(token[0]):02x}{token[1:]}",
    "with a lookalike": lambda token: f"{token[:-1]}%D0%B0",
    "with half a letter": lambda token: f"{token[:-1]}%ED%A0%80",
    "endless": lambda token: token * 250,
}
PURPOSES = sorted(PATHS)
NO_GOOD = "This link is no good any more"


def before(account):
    return account.email, account.confirmed_at, account.password_hash


def send(browser, path):
    """Press the button of a page that may not be there."""
    token = browser.visit("/sign-in").value("csrf_token")
    fields = {"csrf_token": token, "new_password": "nine loud bitterns"}
    return browser.client.post(path, data=fields, headers=HEADERS)


def emails(purpose):
    return "new@example.org" if purpose in {"change_email", "revert_email"} else None


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_link_is_no_good(browser, zoe, purpose, damage):
    token = damage(token_for(zoe, purpose, emails(purpose)))
    account = before(zoe.account)

    page = browser.visit(PATHS[purpose] + token)

    assert (page.status, page.text("h1")) == (404, NO_GOOD)
    assert send(browser, PATHS[purpose] + token).status_code == 404
    assert before(zoe.account) == account


@pytest.mark.parametrize("purpose", PURPOSES)
def test_an_encoded_link_is_the_same_link(browser, zoe, purpose):
    token = token_for(zoe, purpose, emails(purpose))

    page = browser.visit(f"{PATHS[purpose]}%{ord(token[0]):02x}{token[1:]}")

    assert page.status == 200


@pytest.mark.parametrize("purpose", PURPOSES)
def test_an_old_link_is_no_good(browser, zoe, purpose):
    link = link_for(zoe, purpose, emails(purpose))
    let_expire()

    page = browser.visit(link)

    assert page.status == 410
    assert page.shows("It has grown too old.")
    assert send(browser, link).status_code == 410


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("other", PURPOSES)
def test_a_link_is_for_one_purpose(browser, zoe, purpose, other):
    token = token_for(zoe, purpose, emails(purpose))

    page = browser.visit(PATHS[other] + token)

    assert page.status == (200 if other == purpose else 404)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_link_works_once(browser, zoe, purpose):
    link = link_for(zoe, purpose, emails(purpose))
    send(browser, link)
    account = before(zoe.account)

    again = send(browser, link)

    # What was confirmed before is not refused: its page says so.
    assert again.status_code == (303 if purpose == "confirm_email" else 410)
    assert before(zoe.account) == account


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_link_that_is_looked_at_does_nothing(browser, zoe, purpose):
    account = before(zoe.account)
    link = link_for(zoe, purpose, emails(purpose))

    browser.visit(link)
    browser.client.head(link)

    assert before(zoe.account) == account


@pytest.mark.parametrize("purpose", sorted(set(PURPOSES) - {"revert_email"}))
def test_a_link_from_before_a_new_password_is_no_good(browser, zoe, purpose):
    link = link_for(zoe, purpose, emails(purpose))
    zoe.account.password_hash = hash_password("nine loud bitterns")
    db.session.commit()

    page = browser.visit(link)

    assert page.status == 410
    assert page.shows("Something about the account has changed")


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("damage", ["", "x"])
def test_no_cache_keeps_the_page_and_no_site_is_told(browser, zoe, purpose, damage):
    link = link_for(zoe, purpose, emails(purpose)) + damage

    headers = browser.visit(link).answer.headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_link_needs_the_button_of_its_page(browser, zoe, purpose):
    account = before(zoe.account)

    page = browser.send(link_for(zoe, purpose, emails(purpose)), {})

    assert page.status == 400
    assert before(zoe.account) == account


@pytest.mark.parametrize("purpose", PURPOSES)
def test_who_makes_links_up_has_to_wait(browser, zoe, purpose):
    for number in range(26):
        page = browser.visit(f"{PATHS[purpose]}made-up-{number}")

    assert page.status == 429


def test_the_database_does_not_know_the_token(app, zoe):
    token = token_for(zoe, "reset_password")

    rows = db.session.execute(db.text("SELECT * FROM account_token")).mappings().all()

    assert token not in str(rows)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_link_opens_the_account_that_it_was_made_for(browser, zoe, bob, purpose):
    send(browser, link_for(zoe, purpose, emails(purpose)))

    kept = db.session.get(Account, bob.id)

    assert before(kept) == before(bob.account)
    assert kept.email == "bob@example.org"


@pytest.mark.parametrize("purpose", PURPOSES)
def test_and_so_has_who_presses_buttons_of_made_up_links(browser, zoe, purpose):
    token = browser.visit("/sign-in").value("csrf_token")
    for number in range(26):
        page = browser.send(f"{PATHS[purpose]}made-up-{number}", {"csrf_token": token})

    assert page.status == 429
