import json

import pytest


@pytest.fixture
def places(browser):
    """Where letters lead to, as the page tells the script."""
    box = browser.visit("/").select("[data-go]")[0]
    return json.loads(box["data-go"])


def test_the_footer_leads_to_the_sheet(browser):
    links = {link["href"] for link in browser.visit("/").select(".colophon a")}

    assert "/shortcuts" in links


def test_the_sheet_says_every_key_once(browser):
    keys = browser.visit("/shortcuts").texts("main dt")

    assert len(keys) == len(set(keys))
    assert {*"jkolsrtn?", "Esc", "g h", "g e", "g n", "g m", "g s"} == set(keys)


def test_the_sheet_says_where_to_turn_them_off(browser):
    page = browser.visit("/shortcuts")

    assert page.select("main a[href='/settings/appearance/']")


def test_letters_lead_to_pages_that_exist(browser, ann, places):
    browser.sign_in(ann)

    assert {browser.visit(place).status for place in places.values()} == {200}
