"""Trying many passwords, and finding out who is a member."""

import pytest

from tests.support.browser import PASSWORD, Browser


def guess(browser, handle, typed="guess", where="203.0.113.7"):
    """Try a password from somewhere, and tell the answer's status."""
    client = browser.client
    client.environ_base["REMOTE_ADDR"] = where
    page = browser.visit("/sign-in").submit(identifier=handle, password=typed)
    return page.status


@pytest.fixture
def eve(browser, ann, bob):
    """Who has guessed Bob's password five times."""
    for _ in range(5):
        guess(browser, "bob")
    return browser


def test_after_five_wrong_guesses_the_right_one_does_not_help(eve):
    assert guess(eve, "bob", PASSWORD) == 429


def test_the_owner_gets_in_from_elsewhere_meanwhile(eve, app):
    assert guess(Browser(app.test_client()), "bob", PASSWORD, "198.51.100.2") == 200


def test_one_network_cannot_try_everybody(browser, app):
    tried = [guess(browser, f"person{number}") for number in range(51)]

    assert tried == [422] * 50 + [429]


def test_who_is_a_member_shows_neither_in_words_nor_in_the_limit(browser, ann):
    known = [guess(browser, "ann") for _ in range(6)]
    unknown = [guess(browser, "nobody") for _ in range(6)]

    assert known == unknown


def test_nor_where_a_password_was_forgotten(browser, bob):
    pages = [
        browser.visit("/forgotten-password/").submit(identifier=name)
        for name in ("bob", "nobody")
    ]

    assert pages[0].text() == pages[1].text()


def test_nobody_has_letters_sent_by_the_dozen(browser, bob):
    form = browser.visit("/forgotten-password/")
    sent = [form.submit(identifier="bob").status for _ in range(6)]

    assert sent == [200] * 5 + [429]


def test_one_network_makes_few_accounts(browser):
    tried = []
    for number in range(6):
        person = {"handle": f"new{number}", "email": f"new{number}@example.org"}
        fields = {"name": "", "password": "four plain words work", **person}
        form = Browser(browser.client.application.test_client()).visit("/sign-up")
        tried.append(form.submit(**fields).status)

    assert tried == [200] * 5 + [429]
