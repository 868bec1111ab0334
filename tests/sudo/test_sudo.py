"""Confirm it is you: what has to wait for it, and what it remembers."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import LoginSession
from app.models.columns import now
from tests.fixtures.cast import PASSWORD


@pytest.fixture
def later(browser, bob):
    """Bob's browser, eleven minutes after he signed in."""
    browser.sign_in(bob)
    proved_before(timedelta(minutes=11))
    return browser


def proved_before(moment):
    db.session.query(LoginSession).update({"proved_at": now() - moment})
    db.session.commit()


def test_who_has_just_signed_in_is_believed(browser, bob):
    browser.sign_in(bob)

    assert browser.visit("/settings/password/").text("h1") == "Change password"


def test_ten_minutes_later_the_page_asks(later):
    page = later.visit("/settings/password/")

    assert page.text("h1") == "Confirm it’s you"


@pytest.mark.parametrize(("minutes", "asked"), [(9, False), (10, True)])
def test_it_is_believed_for_ten_minutes(browser, bob, minutes, asked):
    browser.sign_in(bob)
    proved_before(timedelta(minutes=minutes, seconds=1))

    page = browser.visit("/settings/password/")

    assert (page.text("h1") == "Confirm it’s you") is asked


def test_the_right_password_leads_on(later):
    page = later.visit("/settings/password/").submit(password=PASSWORD)

    assert page.path == "/settings/password/"
    assert page.text("h1") == "Change password"


def test_a_wrong_password_does_not(later):
    page = later.visit("/settings/password/").submit(password="seven loud herons")

    assert page.status == 422
    assert page.shows("That isn’t your password.")


def test_after_a_wrong_one_the_right_one_still_leads_on(later):
    page = later.visit("/settings/password/").submit(password="seven loud herons")

    assert page.submit(password=PASSWORD).path == "/settings/password/"


def test_another_persons_password_is_a_wrong_one(later, ann):
    page = later.visit("/settings/password/").submit(password=f"{PASSWORD}!")

    assert page.status == 422


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example", "https://evil.example", "/\\x"]
)
def test_it_leads_to_no_other_site(later, elsewhere):
    page = later.visit(f"/confirm-it-is-you/?next={elsewhere}")

    assert page.submit(password=PASSWORD).path == "/"


def test_a_form_that_comes_too_late_waits_on_the_page(browser, bob):
    browser.sign_in(bob)
    form = browser.visit("/settings/password/")
    proved_before(timedelta(minutes=11))

    page = form.submit(new_password="four plain words here")

    assert page.status == 403
    assert "four plain words here" not in str(page.html)


def test_it_has_another_token_afterwards(later):
    old = later.client.get_cookie("login").value

    later.visit("/settings/password/").submit(password=PASSWORD)

    assert later.client.get_cookie("login").value != old


def test_the_sixth_wrong_password_has_to_wait(later):
    page = later.visit("/settings/password/")
    for _ in range(6):
        page = page.submit(password="guess") if page.status != 429 else page

    assert page.status == 429


def test_it_is_closed_to_visitors(browser):
    assert browser.visit("/confirm-it-is-you/").path.startswith("/sign-in")
