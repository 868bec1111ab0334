"""Floods of new accounts."""

from app.models import Account
from tests.support.database import changes

ZOE = {"name": "Zoe", "email": "zoe@example.org", "password": "four plain words here"}


def join(browser, number):
    browser.forget_cookies()
    page = browser.visit("/sign-up")
    return page.submit(**ZOE, handle=f"zoe{number}")


def test_five_people_of_one_network_join_in_an_hour(browser):
    with changes(Account, by=5):
        for number in range(5):
            join(browser, number)


def test_the_sixth_has_to_wait(browser):
    for number in range(5):
        join(browser, number)

    page = join(browser, 6)

    assert page.status == 429
    assert int(page.answer.headers["Retry-After"]) > 0


def test_nothing_that_was_typed_is_lost_but_the_password(browser):
    for number in range(5):
        join(browser, number)

    page = join(browser, 6)

    assert page.value("handle") == "zoe6"
    assert ZOE["password"] not in str(page.html)


def test_refused_forms_are_not_counted(browser):
    for number in range(5):
        join(browser, f" {number} !")

    assert join(browser, 1).status == 200


def test_a_site_may_let_in_more_or_fewer(browser, app, monkeypatch):
    monkeypatch.setitem(app.config, "SIGN_UP_LIMIT", "2 per day")
    for number in range(2):
        join(browser, number)

    assert join(browser, 3).status == 429


def test_a_site_may_let_in_any_number(browser, app, monkeypatch, caplog):
    monkeypatch.setitem(app.config, "SIGN_UP_LIMIT", "off")

    with changes(Account, by=7):
        for number in range(7):
            join(browser, number)

    assert caplog.messages == []
