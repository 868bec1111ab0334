import pytest
from playwright.sync_api import expect

from tests.support.chromium import PHONE, too_wide
from tests.support.places import ESSAY, FOR_EVERYBODY

pytestmark = pytest.mark.browser


def test_a_german_browser_gets_german(visit):
    page = visit("/", locale="de-AT")

    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")


def test_an_arabic_browser_reads_from_the_right(visit):
    page = visit("/", locale="ar")

    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    brand = page.locator(".brand").bounding_box()
    assert brand["x"] > page.locator(".masthead-tools").bounding_box()["x"]


def test_what_is_chosen_wins_over_the_browser(either_way):
    page = either_way("/settings/language/", locale="ar")
    page.locator("[name=language]").select_option("de")

    page.locator("main button").click()

    expect(page.locator("html")).to_have_attribute("lang", "de")


@pytest.mark.parametrize("path", FOR_EVERYBODY)
def test_from_the_right_nothing_stands_out_for_a_visitor(visit, path):
    page = visit(path, locale="ar", viewport=PHONE)

    assert not too_wide(page, 390)


@pytest.mark.parametrize("path", ["/", ESSAY, "/@bob", "/posts/new", "/settings/"])
def test_from_the_right_nothing_stands_out_for_a_member(visit, path):
    page = visit(path, "ann", locale="ar", viewport=PHONE)

    assert not too_wide(page, 390)
