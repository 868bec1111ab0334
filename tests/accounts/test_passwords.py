import pytest

from tests.accounts.test_create import ZOE


@pytest.fixture
def page(browser):
    """The sign-up page, as a visitor sees it."""
    return browser.visit("/sign-up")


def test_a_long_password_works(page, browser):
    long = "four plain words " * 11 + "and thirteen."
    page.submit(**{**ZOE, "password": long})
    browser.forget_cookies()

    sign_in = browser.visit("/sign-in")

    assert sign_in.submit(identifier="zoe", password=long).path == "/"


def test_a_password_in_another_script_works(page, browser):
    page.submit(**{**ZOE, "password": "четыре простых слова 🌊"})
    browser.forget_cookies()

    sign_in = browser.visit("/sign-in")

    home = sign_in.submit(identifier="zoe", password="четыре простых слова 🌊")
    assert home.path == "/"
