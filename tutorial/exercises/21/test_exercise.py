"""Exercise 21: many machines that guess one person's password."""

import pytest

from tests.support.browser import PASSWORD


def guess(browser, name, typed, where):
    browser.client.environ_base["REMOTE_ADDR"] = where
    page = browser.visit("/sign-in").submit(identifier=name, password=typed)
    return page.status


@pytest.fixture
def tried(browser, ann, bob):
    """What 26 machines were answered that tried Bob's password once each."""
    spelled = ("bob", "@bob", " BOB ")
    return [
        guess(browser, spelled[number % 3], "guess", f"203.0.113.{number}")
        for number in range(26)
    ]


def test_after_twenty_five_guesses_an_hour_it_is_enough(tried):
    assert tried == [422] * 25 + [429]


def test_then_the_right_password_does_not_help_either(browser, tried):
    assert guess(browser, "bob", PASSWORD, "198.51.100.1") == 429


def test_everybody_else_gets_in(browser, tried):
    assert guess(browser, "ann", PASSWORD, "198.51.100.1") == 200


def test_one_machine_is_still_stopped_after_five(browser, ann):
    statuses = [guess(browser, "ann", "guess", "198.51.100.2") for _ in range(6)]

    assert statuses == [422] * 5 + [429]
