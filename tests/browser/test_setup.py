import pytest
from playwright.sync_api import expect

from tests.support.chromium import inaccessible, too_wide

pytestmark = pytest.mark.browser


def test_the_first_visitor_of_an_empty_site_opens_it(serve, open_window):
    with serve("unopened") as address:
        page = open_window(address)
        page.goto("/explore/")
        assert not too_wide(page, 320, 1280) + inaccessible(page)
        page.get_by_label("Name of the site").fill("The Reading Room")
        page.get_by_label("Your name").fill("Ann")
        page.get_by_label("Handle").fill("ann")
        page.get_by_label("Email").fill("ann@example.org")
        page.get_by_label("Password").fill("four rather plain words")

        page.get_by_role("button", name="Open the site").click()

        expect(page.get_by_role("button", name="Your menu")).to_be_visible()
        expect(page.locator(".masthead .brand")).to_have_text("The Reading Room")
        # The site ends with this test: the page must not ask it for more.
        page.close()
