import pytest
from playwright.sync_api import expect

from tests.support.chromium import from_menu

pytestmark = pytest.mark.browser


def paper(page):
    """How light the page is, from 0 to 1."""
    look = "getComputedStyle(document.documentElement).backgroundColor"
    return float(page.evaluate(look).removeprefix("oklch(").split()[0])


def test_night_comes_by_the_menu(either_way):
    page = either_way("/", "noor")

    from_menu(page, "Dark paper")

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert paper(page) < 0.3


def test_night_is_there_from_the_first_byte_and_stays(visit):
    page = visit("/", "noor")
    from_menu(page, "Dark paper")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")

    answer = page.reload()

    assert 'data-theme="dark"' in answer.text().partition("<head>")[0]


def test_a_visitor_chooses_paper_too(either_way):
    page = either_way("/settings/")
    page.get_by_label("Night").check()

    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Saved.")).to_be_visible()
    assert paper(page) < 0.3


def test_going_back_to_the_device_works(either_way):
    page = either_way("/settings/", color_scheme="dark")
    for choice in ("Day", "As my device"):
        page.get_by_label(choice).check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_label(choice)).to_be_checked()

    expect(page.locator("html")).not_to_have_attribute("data-theme", "light")
    assert paper(page) < 0.3


@pytest.mark.parametrize(("scheme", "light"), [("light", True), ("dark", False)])
def test_the_device_decides_where_nobody_did(visit, scheme, light):
    page = visit("/", color_scheme=scheme)

    assert (paper(page) > 0.9) == light


def test_the_chosen_paper_wins_over_the_device(visit):
    page = visit("/settings/", color_scheme="dark")
    page.get_by_label("Day").check()

    page.get_by_role("button", name="Save").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert paper(page) > 0.9
