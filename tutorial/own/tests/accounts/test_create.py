"""Becoming a member."""

import pytest

PERSON = {
    "name": "Fay Ito",
    "handle": "@Fay",
    "email": "fay@example.org",
    "password": "four plain words work",
}


def test_whoever_joins_is_signed_in(browser, app):
    page = browser.visit("/sign-up").submit(**PERSON)

    assert page.shows("Welcome, Fay Ito.")
    assert browser.visit("/posts/new").status == 200


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("handle", "a b"),
        ("handle", "admin"),
        ("handle", "BOB"),
        ("email", "fay"),
        ("password", "password12"),
        ("password", "short"),
    ],
)
def test_what_does_not_fit_is_said_below_the_field(browser, bob, field, typed):
    page = browser.visit("/sign-up").submit(**{**PERSON, field: typed})

    assert page.status == 422
    assert page.select(f"#{field}-error")


def test_what_was_typed_stays_but_for_the_password(browser, bob):
    page = browser.visit("/sign-up").submit(**{**PERSON, "handle": "bob"})

    assert page.value("email") == "fay@example.org"
    assert page.value("password") == ""


def test_a_newcomer_goes_on_where_they_wanted_to(browser):
    page = browser.visit("/posts/new").follow("Make an account").submit(**PERSON)

    assert page.path == "/posts/new"


def test_an_address_opens_one_account(browser, bob):
    page = browser.visit("/sign-up").submit(**{**PERSON, "email": "bob@example.org"})

    assert page.status == 422
