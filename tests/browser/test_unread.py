"""The count beside the bell, without a reload."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LOOK_AGAIN = 'document.dispatchEvent(new Event("visibilitychange"))'
COUNT = ".masthead [data-notices]"


@pytest.fixture
def bell(visit):
    """A page that stays open, with nothing unread."""
    page = visit("/notifications/", "mateus")
    page.goto("/explore/")
    return page


def test_it_counts_what_comes_while_the_page_is_open(bell, visit):
    expect(bell.locator(COUNT)).to_be_hidden()
    other = visit("/@mateus", "noor")
    other.locator("form.follow button").first.click()
    other.get_by_role("button", name="Following").first.wait_for()

    bell.evaluate(LOOK_AGAIN)

    expect(bell.locator(COUNT)).to_be_visible()
    expect(bell.locator("[aria-live=polite]")).to_have_text("1 unread notification")
