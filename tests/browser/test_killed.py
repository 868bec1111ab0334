"""The server dies while somebody writes."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import sign_in
from tests.support.editor import (
    LOST,
    begin,
    body_of,
    is_in_state,
    saved,
    title_of,
    type_in,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def page(mortal_site, open_window, witness):
    witness.forgive(*LOST)
    page = open_window(mortal_site.address)
    sign_in(page, "greta")
    page.wait_for_url("**/")
    begin(page)
    saved(page, "Before.")
    return page


def test_what_is_typed_meanwhile_arrives_when_the_server_is_back(page, mortal_site):
    mortal_site.kill()
    type_in(page, " Meanwhile.")
    is_in_state(page, "offline")

    mortal_site.start()

    expect(page.locator("#status")).to_have_attribute(
        "data-state", "saved", timeout=40_000
    )
    page.reload()
    expect(body_of(page)).to_have_value("Before. Meanwhile.")


def test_publishing_to_a_dead_server_leaves_the_words_here(page, mortal_site):
    address = page.evaluate("location.href")
    title_of(page).fill("To nobody")
    mortal_site.kill()
    page.get_by_role("button", name="Publish").click()
    page.wait_for_url("chrome-error://**")
    mortal_site.start()

    page.goto(address)

    page.get_by_role("button", name="Take them").click()
    expect(title_of(page)).to_have_value("To nobody")
    is_in_state(page, "saved")
