import pytest

from app.extensions import db
from app.models import LoginSession, Post
from tests.fixtures.cast import PASSWORD
from tests.support.accounts import account_of
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.factors import enter_password

DOOR = "/sign-in/second-step"


@pytest.fixture
def step(browser, bobs_app):
    """The page that follows Bob's right password."""
    return enter_password(browser, "bob")


def age(browser, seconds):
    """Let time pass for what the page cookie remembers."""
    with browser.client.session_transaction() as cookie:
        cookie["pending"] = {
            **cookie["pending"],
            "at": cookie["pending"]["at"] - seconds,
        }


def test_nobody_starts_with_the_second_step(browser, bob):
    assert browser.visit(DOOR).path == "/sign-in?next=/"


def test_nine_minutes_are_enough(browser, step, bobs_app):
    age(browser, 9 * 60)

    assert step.submit(one_time_code=bobs_app.code()).path == "/"


def test_after_ten_minutes_one_starts_again(browser, step, bobs_app):
    age(browser, 10 * 60 + 1)

    with changes(LoginSession, by=0):
        page = step.submit(one_time_code=bobs_app.code())

    assert page.path.startswith("/sign-in?")
    assert page.shows("That took more than ten minutes. Start again, please.")


def test_a_made_up_cookie_is_nobody(browser, bobs_app):
    browser.client.set_cookie("page", "eyJwZW5kaW5nIjp7ImlkIjoxfX0.aaaaaa.forged")

    assert browser.visit(DOOR).path.startswith("/sign-in?")


def test_to_start_over_forgets_who_it_was(step):
    page = step.submit("footer form")

    assert page.path.startswith("/sign-in?")
    assert page.browser.visit(DOOR).path.startswith("/sign-in?")


def test_two_tabs_of_one_sign_in_end_in_one_session(browser, step, bobs_app):
    other_tab = browser.visit(DOOR)
    step.submit(one_time_code=bobs_app.code())

    with changes(LoginSession, by=0):
        page = other_tab.submit(one_time_code=bobs_app.code(30))

    assert page.status == 400
    assert page.submit().path == "/"


def test_the_back_button_leads_forth_again(browser, step, bobs_app):
    step.submit(one_time_code=bobs_app.code())

    assert browser.visit(DOOR).path == "/"


def test_a_second_sign_in_replaces_the_first(browser, bobs_app, ann):
    enter_password(browser, "bob")
    enter_password(browser, "ann")

    assert browser.visit(DOOR).path == "/"


def test_without_factors_there_is_no_second_step_any_more(step, bob, bobs_app):
    account_of(bob).drop_factors()
    db.session.commit()

    page = step.submit(recovery_code=bobs_app.recovery_codes[0])

    assert page.path.startswith("/sign-in?")


def test_the_page_is_kept_by_no_cache(step):
    assert step.answer.headers["Cache-Control"] == "private, no-cache"


@pytest.fixture
def door(browser, bob, bobs_app):
    """The page that a text arrives at whose session has ended."""
    editor = browser.sign_in(bob).visit("/posts/new")
    db.session.query(LoginSession).delete()
    db.session.commit()
    return editor.submit(button="publish", title="Late", body="Evening.")


def test_kept_words_pass_the_second_step_too(door, bobs_app):
    step = door.submit(identifier="bob", password=PASSWORD)
    page = step.submit(one_time_code=bobs_app.code())

    with changes(Post, by=1):
        page.submit()

    assert step.shows("What you had written is kept on this page")
    assert page.value("body") == "Evening."


def test_a_wrong_code_in_between_loses_nothing(door, bobs_app):
    step = door.submit(identifier="bob", password=PASSWORD)

    page = step.submit(one_time_code="1").submit(one_time_code=bobs_app.code())

    assert page.value("body") == "Evening."


def test_nor_do_ten_minutes(browser, door, bobs_app):
    step = door.submit(identifier="bob", password=PASSWORD)
    age(browser, 10 * 60 + 1)

    page = step.submit(one_time_code=bobs_app.code())
    page = page.submit(identifier="bob", password=PASSWORD)

    assert page.status == 200
    assert page.submit(one_time_code=bobs_app.code()).value("body") == "Evening."


def test_nor_does_another_tab_that_was_faster(browser, door, bobs_app):
    step = door.submit(identifier="bob", password=PASSWORD)
    enter_password(browser, "bob").submit(one_time_code=bobs_app.code())

    page = step.submit(one_time_code=bobs_app.code(30)).submit()

    assert page.value("body") == "Evening."


@pytest.fixture
def elsewhere(app):
    """A browser at another address."""
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    return Browser(client)


def guess(page, times=5):
    for _ in range(times):
        page = page.submit(one_time_code="000000")
    return page


def test_the_sixth_wrong_code_has_to_wait(step):
    assert guess(step).status == 422
    assert guess(step, 1).status == 429


def test_nor_does_the_right_code_get_in_then(step, bobs_app):
    guess(step)

    with changes(LoginSession, by=0):
        page = step.submit(one_time_code=bobs_app.code())

    assert page.status == 429
    assert bobs_app.code() not in str(page.html)


def test_to_enter_the_password_again_does_not_help(browser, step, bobs_app):
    guess(step)
    browser.forget_cookies()

    page = enter_password(browser, "bob").submit(one_time_code=bobs_app.code())

    assert page.status == 429


def test_another_network_is_counted_apart(step, elsewhere, bobs_app):
    guess(step)

    page = enter_password(elsewhere, "bob").submit(one_time_code=bobs_app.code())

    assert page.path == "/"


def test_many_networks_share_one_account_between_them(app, browser, bobs_app):
    page = enter_password(browser, "bob")
    for number in range(5):
        browser.client.environ_base["REMOTE_ADDR"] = f"192.0.2.{number}"
        guess(page)
    browser.client.environ_base["REMOTE_ADDR"] = "192.0.2.99"

    assert guess(page, 1).status == 429


def test_a_made_up_name_is_no_other_account(browser, step):
    fields = {"csrf_token": step.value("csrf_token"), "one_time_code": "000000"}

    pages = [
        browser.send(DOOR, {**fields, "identifier": f"x{number}"})
        for number in range(6)
    ]

    assert pages[-1].status == 429
