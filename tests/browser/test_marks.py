"""Likes and saved posts: in place with a script, the same without one."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound
from tests.support.places import ESSAY

pytestmark = pytest.mark.browser


def test_a_like_is_counted_either_way(either_way):
    page = either_way("/@meiling/paint-the-s-first", "sam")
    like = page.locator(".article-bar .action--like")
    was = like.get_attribute("aria-pressed") == "true"
    count = int("0" + like.inner_text().removeprefix("Like").strip())

    like.click()

    expect(like).to_have_attribute("aria-pressed", "false" if was else "true")
    expect(like).to_have_text(f"Like {count - 1 if was else count + 1}")


def test_a_click_on_a_list_leaves_the_page_and_the_focus_where_they_are(visit):
    page = visit("/explore/", "hana")
    is_bound(page)
    page.evaluate("window.isTheSamePage = true")
    save = page.locator(".action--save[aria-pressed=false]").first
    address = save.get_attribute("formaction")
    save.focus()

    page.keyboard.press("Enter")

    undo = page.locator(f"[formaction='{address}/delete']")
    expect(undo).to_be_focused()
    assert page.evaluate("window.isTheSamePage") is True


def test_to_and_fro_in_place_is_as_it_was(visit):
    page = visit(ESSAY, "finn")
    is_bound(page)
    like = page.locator(".article-bar .action--like")
    words, state = like.inner_text(), like.get_attribute("aria-pressed")

    like.click()
    expect(like).not_to_have_attribute("aria-pressed", state)
    like.click()

    expect(like).to_have_attribute("aria-pressed", state)
    assert like.inner_text() == words


def test_who_was_signed_out_meanwhile_is_asked_in_to_like(visit):
    page = visit(ESSAY, "ruth")
    is_bound(page)
    page.context.clear_cookies(name="login")

    page.locator(".article-bar .action--save").click()

    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
