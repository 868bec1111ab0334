"""A note on the home page survives what a text in the editor does."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound
from tests.support.editor import (
    LOST,
    begin,
    close_in_the_tunnel,
    is_in_state,
    offer_on,
    on_this_device,
    title_of,
    type_in,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit):
    return visit("/", "greta")


def type_note(page, words):
    page.goto("/")
    is_bound(page)
    page.get_by_label("Write a note").press_sequentially(words)


def test_a_note_in_a_tab_that_was_closed_is_offered_at_home(page, witness):
    witness.forgive(*LOST)
    type_note(page, "Rain on the roof.")
    again = close_in_the_tunnel(page)
    again.goto("/")

    offer_on(again).get_by_role("button", name="Take them").click()

    expect(again.get_by_label("Write a note")).to_have_value("Rain on the roof.")
    expect(offer_on(again)).to_be_hidden()


def test_a_note_that_was_posted_is_kept_on_no_device(page):
    type_note(page, "Sun on the roof.")

    page.get_by_role("button", name="Post note").click()

    page.wait_for_url("**/@greta/*")
    is_bound(page)
    expect(page.locator(".prose--note")).to_have_text("Sun on the roof.")
    assert on_this_device(page) == []


def test_a_long_text_is_offered_in_the_editor_not_at_home(page, witness):
    witness.forgive(*LOST)
    begin(page)
    page.context.set_offline(True)
    title_of(page).fill("The roof")
    type_in(page, "Rain on it.")
    is_in_state(page, "offline")
    again = close_in_the_tunnel(page)
    again.goto("/")
    is_bound(again)
    expect(offer_on(again)).to_be_hidden()

    again.goto("/posts/new")

    expect(offer_on(again)).to_be_visible()
