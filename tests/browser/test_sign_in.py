import pytest
from playwright.sync_api import expect

from tests.support.chromium import sign_in
from tests.support.places import ESSAY

pytestmark = pytest.mark.browser


def test_a_wrong_password_keeps_the_handle_and_says_what_to_do(either_way):
    page = either_way("/")

    sign_in(page, "hana", "not her password")

    expect(page.get_by_role("alert")).to_contain_text("Check the handle")
    expect(page.get_by_label("Email or handle")).to_have_value("hana")
    expect(page.get_by_label("Password")).to_have_value("")


def test_what_went_wrong_is_what_has_the_focus(visit):
    page = visit("/")

    sign_in(page, "hana", "not her password")

    expect(page.get_by_role("alert")).to_be_focused()


def test_signing_in_leads_to_where_one_was_going(either_way):
    page = either_way("/drafts/")

    page.get_by_label("Email or handle").fill("hana")
    page.get_by_label("Password").fill("seven quiet herons")
    page.locator("main").get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("heading", name="Drafts", exact=True)).to_be_visible()


def test_who_wants_to_follow_is_asked_in_first(either_way):
    page = either_way(ESSAY)

    page.get_by_role("link", name="Follow Ann").first.click()

    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
