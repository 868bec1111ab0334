import re

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound
from tests.support.places import ESSAY

pytestmark = pytest.mark.browser


def test_a_password_can_be_looked_at(visit):
    page = visit("/sign-in")
    page.get_by_label("Password").fill("four plain words")

    page.get_by_role("button", name="Show password").click()

    expect(page.locator("#password")).to_have_attribute("type", "text")
    expect(page.locator("#password")).to_have_value("four plain words")
    expect(page.locator("#password")).to_be_focused()


def test_without_script_nobody_is_offered_to_look(visit):
    page = visit("/sign-in", java_script_enabled=False)

    expect(page.get_by_role("button", name="Show password")).to_have_count(0)


def test_a_time_tells_the_moment_in_the_readers_zone(visit):
    page = visit(ESSAY, timezone_id="Asia/Kathmandu")

    expect(page.locator("time").first).to_have_attribute("title", re.compile("12:55"))


def test_follow_is_swapped_in_both_places_without_a_new_page(visit):
    page = visit("/@meiling/paint-the-s-first", "sam")
    is_bound(page)
    address = page.url
    page.evaluate("window.isTheSamePage = true")

    page.get_by_role("button", name="Follow Mei-Ling").last.click()

    expect(page.get_by_role("button", name="Following Mei-Ling")).to_have_count(2)
    assert page.evaluate("window.isTheSamePage") is True
    assert page.url == address


def test_the_swapped_button_swaps_back(visit):
    page = visit("/@ines", "sam")
    is_bound(page)
    page.get_by_role("button", name="Follow Inés").click()
    expect(page.get_by_role("button", name="Following Inés")).to_be_visible()
    page.evaluate("window.isTheSamePage = true")

    page.get_by_role("button", name="Following Inés").click()

    expect(page.get_by_role("button", name="Follow Inés")).to_be_visible()
    assert page.evaluate("window.isTheSamePage") is True


def test_who_was_signed_out_meanwhile_is_asked_in(visit):
    page = visit("/@yusuf", "sam")
    is_bound(page)
    page.context.clear_cookies(name="login")

    page.get_by_role("button", name="Follow Yusuf").click()

    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
