"""What a site asks of passwords: how long they are, and whether they are guessed."""

import pytest

from app.models import Account
from tests.accounts.test_create import ZOE
from tests.support.database import changes


@pytest.fixture
def short_ones(app, monkeypatch):
    """A site where eight characters are enough."""
    monkeypatch.setitem(app.config, "PASSWORD_SHORTEST", 8)


@pytest.fixture
def any_one(app, monkeypatch):
    """A site that looks at the length alone."""
    monkeypatch.setitem(app.config, "PASSWORD_CHECK", False)


def test_a_site_may_be_content_with_less(short_ones, browser):
    with changes(Account, by=1):
        browser.visit("/sign-up").submit(**{**ZOE, "password": "kx7 vqpz"})


def test_what_is_shorter_still_is_refused(short_ones, browser):
    page = browser.visit("/sign-up").submit(**{**ZOE, "password": "kx7 vqp"})

    assert page.shows("7 of at least 8 characters.")


def test_a_site_may_ask_for_more(app, monkeypatch, browser, bob):
    monkeypatch.setitem(app.config, "PASSWORD_SHORTEST", 20)
    page = browser.sign_in(bob).visit("/settings/password/")

    refused = page.submit(new_password="nine loud bitterns")

    assert refused.shows("18 of at least 20 characters.")


@pytest.mark.parametrize("path", ["/sign-up", "/settings/password/"])
def test_the_page_says_how_long(short_ones, browser, bob, path):
    if path != "/sign-up":
        browser.sign_in(bob)

    assert browser.visit(path).shows("At least 8 characters.")


def test_so_does_the_page_of_the_first_visitor(short_ones, browser, empty_site):
    assert browser.visit("/").shows("At least 8 characters.")


def test_a_common_one_is_refused_however_short_they_may_be(short_ones, browser):
    page = browser.visit("/sign-up").submit(**{**ZOE, "password": "password"})

    assert page.shows("This one is easy to guess.")


def test_a_site_may_let_common_ones_pass(any_one, browser):
    with changes(Account, by=1):
        browser.visit("/sign-up").submit(**{**ZOE, "password": "password123"})


def test_but_never_one_that_is_too_short(any_one, browser):
    with changes(Account, by=0):
        browser.visit("/sign-up").submit(**{**ZOE, "password": "password"})


def test_so_may_a_command(short_ones, any_one, app, ann):
    made = app.test_cli_runner().invoke(
        args=["users", "create", "zoe", "--email", "z@a.b", "--password", "password"]
    )

    assert made.exit_code == 0
