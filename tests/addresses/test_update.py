"""Asking for another address: nothing changes until its owner says so there."""

import pytest

from app.extensions import db
from app.models import Account, AccountToken, LoginSession
from tests.support.browser import Browser
from tests.support.database import changes, statements
from tests.support.links import let_expire
from tests.support.mailbox import mailbox, work

WAY = "/settings/email/"


@pytest.fixture
def page(browser, bob):
    """The page for another address, as Bob sees it."""
    return browser.sign_in(bob).visit(WAY)


def ask(page, email):
    page = page.submit("main form.panel", email=email)
    work()
    return page


def test_the_new_address_gets_a_letter(page):
    ask(page, "bob@new.example")

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == (
        "bob@new.example",
        "Confirm your new address",
    )
    assert letter.links[0].startswith("http://localhost/settings/email/")


def test_until_then_nothing_changes(page, bob):
    page = ask(page, "bob@new.example")

    assert page.shows("We sent a letter to bob@new.example.")
    db.session.expire_all()
    assert db.session.get(Account, bob.id).email == "bob@example.org"


def test_an_address_that_is_somebodys_gets_another_letter(page, ann):
    ask(page, "ann@example.org")

    letter = mailbox()[0]
    assert (letter.to, letter.subject) == (
        "ann@example.org",
        "This address is in use already",
    )
    assert WAY not in letter.text


def test_but_one_a_day_and_not_more(page, ann):
    for _ in range(3):
        page = ask(page, "ann@example.org")

    assert len(mailbox()) == 1


def bare(page):
    for secret in page.select("input[name=csrf_token]"):
        secret.decompose()
    return page.status, str(page.html).replace("ann@example.org", "bob@new.example")


def test_the_page_is_the_same_for_an_address_that_is_somebodys(page, ann):
    free = bare(page.submit("main form.panel", email="bob@new.example"))
    taken = bare(page.submit("main form.panel", email="ann@example.org"))

    assert free == taken


def test_and_so_is_its_work(page, browser, ann):
    work = []
    for email in ("bob@new.example", "ann@example.org"):
        with statements() as seen:
            fields = {"csrf_token": page.value("csrf_token"), "email": email}
            browser.client.post(WAY, data=fields)
        work.append(seen)

    assert work[0] == work[1]


@pytest.mark.parametrize(
    ("email", "words"),
    [
        ("", "Enter your new address."),
        ("bob", "Check this address."),
        ("bob@localhost", "Check this address."),
        ("bob@new.example\nBcc: eve@example.org", "Check this address."),
        ("bob@example.org", "This is your address already."),
        ("BOB@Example.org", "This is your address already."),
        ("b" * 250 + "@example.org", "This may be 254 characters long at most."),
    ],
)
def test_a_bad_address_is_refused_and_stays_in_the_form(page, email, words):
    with changes(AccountToken, by=0):
        refused = ask(page, email)

    assert refused.status == 422
    assert words in refused.text(".field-error")
    assert (refused.value("email") or "").casefold() == email.split("\n")[
        0
    ].casefold() or ("\n" in email)


def test_a_change_of_mind_takes_the_letter_back(page, browser):
    page = ask(page, "bob@new.example")
    link = mailbox()[0].links[0]

    page = page.submit(".notice form")

    assert page.shows("Your address stays as it is.")
    assert browser.visit(link).status == 404


def test_the_second_wish_replaces_the_first(page, browser):
    page = ask(page, "bob@new.example")
    page = ask(page, "bob@newer.example")
    older, newer = (letter.links[0] for letter in mailbox())

    assert page.shows("We sent a letter to bob@newer.example.")
    assert browser.visit(older).status == 404
    assert browser.visit(newer).status == 200


def test_a_wish_that_was_taken_back_sends_nothing(page):
    page.submit("main form.panel", email="bob@new.example").submit(".notice form")
    work()

    assert mailbox() == []


def test_a_wish_that_nobody_confirmed_is_forgotten(page, browser):
    ask(page, "bob@new.example")
    let_expire()

    assert not browser.visit(WAY).shows("bob@new.example")


def test_the_sixth_letter_has_to_wait(page):
    for number in range(6):
        page = ask(page, f"bob{number}@new.example") if page.status == 200 else page

    assert page.status == 429


def test_one_has_to_say_who_one_is_first(browser, bob):
    browser.sign_in(bob)
    db.session.query(LoginSession).update({"proved_at": None})
    db.session.commit()

    assert browser.visit(WAY).path.startswith("/confirm-it-is-you/")


def test_it_is_for_members(app):
    assert Browser(app.test_client()).visit(WAY).path.startswith("/sign-in")


@pytest.mark.parametrize("person", ["bob", "zoe"])
def test_the_account_page_says_how_it_stands(browser, request, person):
    page = browser.sign_in(request.getfixturevalue(person)).visit("/settings/account/")

    stands = "Confirmed" if person == "bob" else "Not confirmed yet"
    assert f"{person}@example.org {stands}" in page.text(".panel")
