"""What a script does where one follows, and what needs none."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound

pytestmark = pytest.mark.browser


def test_asking_is_swapped_in_place(visit):
    page = visit("/@cleo", "elif")
    is_bound(page)
    page.evaluate("window.isTheSamePage = true")

    page.get_by_role("button", name="Ask to follow Cleo").click()

    expect(page.get_by_role("button", name="Requested Cleo")).to_be_focused()
    assert page.evaluate("window.isTheSamePage") is True


def test_a_tag_is_followed_in_place(visit):
    page = visit("/tags/measuring", "elif")
    is_bound(page)
    page.evaluate("window.isTheSamePage = true")

    page.get_by_role("button", name="Follow #measuring").click()

    expect(page.get_by_role("button", name="Following #measuring")).to_be_focused()
    assert page.evaluate("window.isTheSamePage") is True


def test_a_follower_is_removed_after_a_question_without_script(visit):
    page = visit("/@dan/followers?q=bob", "dan", java_script_enabled=False)
    page.get_by_role("button", name="Remove Bob").click()
    dialog = page.get_by_role("dialog", name="Remove Bob")
    expect(dialog).to_be_visible()

    dialog.get_by_role("button", name="Remove").click()

    expect(page.get_by_role("button", name="Remove Bob")).to_have_count(0)
