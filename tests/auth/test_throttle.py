import pytest

from app.models import LoginSession
from tests.fixtures.cast import PASSWORD
from tests.support.browser import Browser
from tests.support.database import changes, queries, statements


def guess(browser, *identifiers):
    """Try a wrong password for each; the page that the last one brings."""
    page = browser.visit("/sign-in")
    for identifier in identifiers:
        page = page.submit(identifier=identifier, password="not this one")
        if page.status == 422:
            continue
    return page


@pytest.fixture
def elsewhere(app):
    """A browser at another address."""
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    return Browser(client)


def test_five_wrong_passwords_are_forgiven(browser, ann):
    page = guess(browser, *["ann"] * 5)

    assert page.submit(identifier="bob", password="x").status == 422


def test_the_sixth_wrong_password_has_to_wait(browser, ann):
    page = guess(browser, *["ann"] * 6)

    assert page.status == 429
    assert page.text("h1") == "A little slower, please"
    assert page.shows("Wait a few minutes")


def test_nor_does_the_right_password_get_in_then(browser, ann):
    page = guess(browser, *["ann"] * 5)

    with changes(LoginSession, by=0):
        page = page.submit(identifier="ann", password=PASSWORD)

    assert page.status == 429


def test_the_waiting_page_repeats_no_password(browser, ann):
    page = guess(browser, *["ann"] * 5)

    page = page.submit(identifier="ann", password="seven quiet guesses")

    assert "seven quiet guesses" not in str(page.html)


def test_the_owner_gets_in_from_another_address(browser, elsewhere, ann):
    guess(browser, *["ann"] * 6)

    page = elsewhere.visit("/sign-in").submit(identifier="ann", password=PASSWORD)

    assert page.path == "/"


def test_others_get_in_from_the_same_address(browser, ann, bob):
    guess(browser, *["ann"] * 6)

    page = browser.visit("/sign-in").submit(identifier="bob", password=PASSWORD)

    assert page.shows("Bob Lindqvist")


def test_only_refusals_are_counted(browser, ann):
    for _ in range(6):
        browser.forget_cookies()
        page = browser.visit("/sign-in").submit(identifier="ann", password=PASSWORD)

    assert page.status == 200


@pytest.mark.parametrize(
    "spellings",
    [
        ["ann", "@ann", "ANN", "@Ann", " ann", "ann"],
        ["ann", "ann\u200e", "a\u202enn", "\u2066ann", "a\x00nn", "ann"],
    ],
)
def test_another_spelling_is_no_other_account(browser, ann, spellings):
    assert guess(browser, *spellings).status == 429


def test_a_made_up_address_in_a_header_is_no_other_address(browser, ann):
    token = browser.visit("/sign-in").value("csrf_token")
    fields = {"identifier": "ann", "password": "x", "csrf_token": token}
    headers = [{"X-Forwarded-For": f"192.0.2.{number}"} for number in range(6)]

    pages = [browser.send("/sign-in", fields, **header) for header in headers]

    assert pages[-1].status == 429


def test_many_addresses_share_one_account_between_them(app, browser, ann):
    for number in range(5):
        browser.client.environ_base["REMOTE_ADDR"] = f"192.0.2.{number}"
        guess(browser, *["ann"] * 5)
    browser.client.environ_base["REMOTE_ADDR"] = "192.0.2.99"

    assert guess(browser, "ann").status == 429


def test_nobody_learns_whose_address_it_is(browser, bob):
    """Or else five wrong passwords for a handle would find out its address."""
    page = guess(browser, *["bob"] * 5)

    assert page.submit(identifier="bob@example.org", password="x").status == 422


def test_an_address_is_limited_as_a_handle_is(browser, ann):
    spellings = ["ann@example.org", "Ann@Example.org ", "ANN@EXAMPLE.ORG"]

    assert guess(browser, *spellings * 2).status == 429


def test_who_is_signed_in_guesses_no_more_than_others(browser, ann, eve):
    page = browser.visit("/sign-in")
    browser.sign_in(eve)
    for _ in range(5):
        page = page.submit(identifier="ann", password="not this one")
    browser.forget_cookies()

    assert guess(browser, "ann").status == 429


@pytest.mark.parametrize("name", ["ann", "ann@example.org"])
def test_a_name_costs_as_much_as_one_that_nobody_has(browser, ann, name):
    browser.client.set_cookie("device", "made up")
    page = browser.visit("/sign-in")
    with statements() as for_nobody:
        page.submit(identifier=name.replace("ann", "nobody"), password="x")

    with queries(at_most=len(for_nobody)):
        page.submit(identifier=name, password="x")
