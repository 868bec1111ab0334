"""What the editor says about the words, for every eye and ear."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import inaccessible, is_bound, publish, too_wide
from tests.support.editor import (
    LOST,
    begin,
    body_of,
    close_in_the_tunnel,
    is_in_state,
    saved,
    type_in,
)

pytestmark = pytest.mark.browser


@pytest.fixture(params=["light", "dark"])
def page(visit, request):
    page = visit("/", "greta", color_scheme=request.param)
    publish(page, "What readers have.", "A post that is looked at")
    page.get_by_role("link", name="Edit").click()
    is_bound(page)
    return page


def test_the_notices_are_for_everybody(page, witness):
    witness.forgive(*LOST)
    saved(page, " And more.")
    address = page.url
    page.context.set_offline(True)
    type_in(page, " In the tunnel.")
    is_in_state(page, "offline")
    again = close_in_the_tunnel(page)
    again.goto(address)
    again.get_by_text("Look at them").click()
    again.context.clear_cookies(name="login")
    type_in(again, " Signed out.")
    is_in_state(again, "signed-out")

    assert not inaccessible(again)
    assert not too_wide(again, 320, 390, 1280)


def test_the_question_before_discarding_is_too(page):
    saved(page, " And more.")
    page.reload()

    page.get_by_role("button", name="Discard them…").click()

    assert not inaccessible(page)


def test_what_there_is_to_do_is_seen_far_down_the_page(visit):
    page = visit("/", "greta", viewport={"width": 390, "height": 844})
    begin(page)
    body_of(page).fill("A line.\n\n" * 100)
    is_in_state(page, "saved")
    page.context.clear_cookies(name="login")

    type_in(page, "The end.")

    expect(page.get_by_role("link", name="Sign in and go on")).to_be_in_viewport()
