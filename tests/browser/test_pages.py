"""Pages of the site in the editor of posts: what keeps words there keeps them here."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound
from tests.support.editor import (
    body_of,
    close_in_the_tunnel,
    is_in_state,
    offer_on,
    on_this_device,
    saved,
    title_of,
    type_in,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def sheet(visit):
    """An empty sheet for a page of the site."""
    page = visit("/pages/new", "ann")
    is_bound(page)
    return page


def test_a_new_page_gets_an_address_by_itself(sheet):
    saved(sheet, "First words.")

    expect(sheet).to_have_url(re.compile(r"/pages/\d+/edit$"))
    assert on_this_device(sheet) == []


def test_what_was_typed_in_a_tunnel_is_offered_on_the_next_sheet(sheet, witness):
    witness.forgive("no answer", "console: Failed to load resource: net::")
    sheet.context.set_offline(True)
    type_in(sheet, "In the tunnel.")
    is_in_state(sheet, "offline")

    again = close_in_the_tunnel(sheet)
    again.goto("/pages/new")

    expect(offer_on(again)).to_be_visible()


def test_it_is_not_offered_on_the_sheet_of_a_post(sheet, witness):
    witness.forgive("no answer", "console: Failed to load resource: net::")
    sheet.context.set_offline(True)
    type_in(sheet, "In the tunnel.")
    is_in_state(sheet, "offline")

    again = close_in_the_tunnel(sheet)
    again.goto("/posts/new")
    is_bound(again)

    expect(offer_on(again)).to_be_hidden()


def test_published_it_leaves_nothing_on_this_device(sheet):
    title_of(sheet).fill("Imprint")
    type_in(sheet, "Who is responsible.")

    sheet.get_by_role("button", name="Publish", exact=True).click()

    expect(sheet.get_by_role("heading", name="Imprint")).to_be_visible()
    assert on_this_device(sheet) == []


def test_a_text_to_begin_from_is_no_change_yet(visit):
    page = visit("/pages/new?from=privacy", "ann")
    is_bound(page)

    page.goto("/pages/")

    expect(page.get_by_role("heading", name="Pages", exact=True)).to_be_visible()
    expect(body_of(page)).to_have_count(0)
