import pytest
from playwright.sync_api import expect

from tests.support.chromium import inaccessible, is_bound, too_wide

pytestmark = pytest.mark.browser

TAGS = "Tags, separated by commas"


@pytest.fixture
def sheet(visit):
    """An empty sheet with its tags field, to type in."""
    page = visit("/posts/new", "ann")
    is_bound(page)
    return page


def options(page):
    return page.locator(".suggest-list:not([hidden]) [role=option]")


def test_a_tag_is_completed_with_the_keyboard(sheet):
    field = sheet.get_by_label(TAGS)
    field.press_sequentially("sea, pyt")
    expect(options(sheet)).to_contain_text("Python")

    field.press("ArrowDown")
    expect(options(sheet)).to_have_attribute("aria-selected", "true")
    field.press("Enter")

    expect(field).to_have_value("sea, Python, ")
    expect(options(sheet)).to_have_count(0)


def test_a_tag_is_completed_with_a_finger(sheet):
    sheet.get_by_label(TAGS).press_sequentially("mea")

    options(sheet).get_by_text("measuring").click()

    expect(sheet.get_by_label(TAGS)).to_have_value("measuring, ")
    expect(sheet.get_by_label(TAGS)).to_be_focused()


def test_a_tag_in_the_middle_is_completed_in_its_place(sheet):
    field = sheet.get_by_label(TAGS)
    field.fill(", sea")
    field.evaluate("field => field.setSelectionRange(0, 0)")
    field.press_sequentially("mea")
    expect(options(sheet)).to_contain_text("measuring")

    field.press("ArrowDown")
    field.press("Tab")

    expect(field).to_have_value("measuring, sea")


def test_escape_and_going_elsewhere_close_the_list(sheet):
    field = sheet.get_by_label(TAGS)
    for leave in ("Escape", "ArrowLeft", "Tab"):
        field.fill("")
        field.press_sequentially("re")
        expect(field).to_have_attribute("aria-expanded", "true")
        field.press(leave)
        expect(field).to_have_attribute("aria-expanded", "false")


def test_the_open_list_is_accessible(sheet):
    sheet.get_by_label(TAGS).press_sequentially("re")
    expect(options(sheet).first).to_be_visible()

    assert not inaccessible(sheet)


def test_nothing_is_lost_when_nobody_answers(sheet):
    sheet.context.set_offline(True)

    sheet.get_by_label(TAGS).press_sequentially("pyt")

    expect(sheet.get_by_label(TAGS)).to_have_value("pyt")


def test_a_post_is_tagged_either_way(either_way):
    page = either_way("/posts/new", "ann")
    page.get_by_label(TAGS).fill("ink, paper")
    page.get_by_label("Your text, in Markdown").fill("On #wells.")
    page.get_by_role("button", name="Publish").click()

    page.get_by_role("link", name="wells", exact=True).last.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("wells")
    assert not too_wide(page, 390, 1280)
