import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound, too_wide

pytestmark = pytest.mark.browser

PATH = "/@ann/the-rule-of-twelfths-for-people-who-put-things-off"


@pytest.fixture
def thread(visit):
    """An essay with a few comments, as Bob reads it."""
    page = visit(PATH, "bob")
    is_bound(page)
    return page


def test_an_answer_appears_below_what_it_answers(thread):
    first = thread.locator(".conversation > .comments > li").first
    first.get_by_role("link", name="Reply").first.click()
    sheet = first.locator("form.say")
    expect(sheet.locator("textarea")).to_be_focused()

    sheet.locator("textarea").fill("In place.")
    sheet.get_by_role("button", name="Post comment").click()

    expect(first.locator(".comments .prose").last).to_have_text("In place.")
    expect(sheet).to_have_count(0)
    assert thread.url.endswith(PATH)


def test_two_comments_after_each_other_are_two(thread):
    for words in ("The first.", "The second."):
        sheet = thread.locator("#say-post")
        sheet.locator("textarea").fill(words)
        sheet.get_by_role("button", name="Post comment").click()
        expect(thread.locator(".comment .prose").last).to_have_text(words)

    thread.reload()
    for words in ("The first.", "The second."):
        expect(thread.get_by_text(words)).to_have_count(1)


def test_the_heart_fills_in_place(thread):
    heart = thread.locator(".comment button.action--like").first
    heart.click()

    fresh = thread.locator(".comment button.action--like").first
    expect(fresh).to_have_attribute("aria-pressed", "true")


def test_a_thread_is_never_wider_than_the_window(thread):
    assert not too_wide(thread, 320, 390, 768, 1280)
