"""Two tabs, and the button that leads back: what was typed meets itself."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound, publish
from tests.support.editor import begin, body_of, is_in_state, saved, type_in

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit):
    page = visit("/", "greta")
    begin(page)
    return page


def test_two_tabs_show_both_texts(page, witness):
    witness.forgive("409")
    saved(page, "Begun.")
    other = page.context.new_page()
    other.goto(page.evaluate("location.href"))
    is_bound(other)
    saved(other, " Typed there.")
    type_in(page, " Typed here.")
    is_in_state(page, "conflict")

    page.get_by_role("button", name="See both texts").click()

    expect(body_of(page)).to_have_value("Begun. Typed here.")
    expect(page.locator("main")).to_contain_text("Typed there.")


def test_two_tabs_on_a_published_post_too(page, witness):
    witness.forgive("409")
    publish(page, "Begun.", "Two tabs that save")
    page.get_by_role("link", name="Edit").click()
    is_bound(page)
    other = page.context.new_page()
    other.goto(page.url)
    is_bound(other)
    saved(other, " Typed there.")
    type_in(page, " Typed here.")
    is_in_state(page, "conflict")

    page.get_by_role("button", name="See both texts").click()

    expect(body_of(page)).to_have_value("Begun. Typed here.")
    expect(page.locator("main")).to_contain_text("Typed there.")


def test_going_back_finds_the_words_and_goes_on(page):
    saved(page, "Begun.")
    page.get_by_role("link", name="Back to Home").click()
    page.wait_for_url("**/")

    page.go_back()

    expect(body_of(page)).to_have_value("Begun.")
    is_bound(page)
    saved(page, " And on.")


def test_going_back_after_publishing_goes_on_without_a_conflict(page):
    saved(page, "Begun.")
    type_in(page, " Ended.")
    page.get_by_role("button", name="Publish").click()
    page.wait_for_url("**/@greta/*")

    page.go_back()

    expect(body_of(page)).to_have_value("Begun. Ended.")
    is_bound(page)
    saved(page, " Or not.")


def test_leaving_at_once_loses_nothing(page, witness):
    witness.forgive("409")
    saved(page, "Begun.")
    address = page.evaluate("location.href")
    type_in(page, " And gone.")

    page.goto("/explore/")
    page.goto(address)
    is_bound(page)

    # The last request of a page arrives or not: then the device has the words.
    take = page.get_by_role("button", name="Take them")
    if take.is_visible():
        take.click()
    expect(body_of(page)).to_have_value("Begun. And gone.")
