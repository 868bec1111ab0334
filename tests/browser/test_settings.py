import re

import pytest
from playwright.sync_api import expect

from tests.support.chromium import PHONE, is_bound, sign_in

pytestmark = pytest.mark.browser


def test_stepping_away_and_coming_back(either_way):
    page = either_way("/")
    sign_in(page, "ruth")
    page.goto("/settings/leaving/")
    page.get_by_role("button", name="Step away").click()
    expect(page.get_by_text("You’re away now.")).to_be_visible()

    sign_in(page, "ruth")
    page.get_by_role("button", name="Come back").click()

    expect(page.get_by_text("You’re back")).to_be_visible()


def test_somebody_away_is_not_there_for_others(visit):
    page = visit("/")
    sign_in(page, "will")
    page.goto("/settings/leaving/")
    page.get_by_role("button", name="Step away").click()

    assert visit("/").goto("/@will").status == 404


def test_everything_comes_as_one_file(either_way):
    page = either_way("/settings/data/", "sam")

    with page.expect_download() as download:
        page.get_by_role("button", name="Download everything").click()

    assert download.value.suggested_filename.startswith("inklings-sam-")


def test_the_zone_of_the_device_is_chosen_already(visit):
    page = visit("/settings/language/", timezone_id="Asia/Tokyo")

    expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    expect(page.get_by_text("Your device says it is in this zone.")).to_be_visible()


def test_a_zone_that_was_chosen_stays(visit):
    page = visit("/settings/language/", timezone_id="Asia/Tokyo")
    page.get_by_label("Time zone").select_option("Europe/Berlin")
    page.get_by_role("button", name="Save language and time").click()
    is_bound(page)

    expect(page.get_by_label("Time zone")).to_have_value("Europe/Berlin")


def test_without_script_no_zone_is_guessed(visit):
    page = visit("/settings/language/", java_script_enabled=False)

    expect(page.get_by_label("Time zone")).to_have_value("")
    expect(page.get_by_text("Your device says")).to_be_hidden()


def test_a_place_is_found_by_typing_its_name(visit):
    page = visit("/settings/language/", timezone_id="UTC")
    page.get_by_label("Time zone").focus()

    page.keyboard.type("Buen")

    expect(page.get_by_label("Time zone")).to_have_value(re.compile("Buenos_Aires"))


@pytest.mark.parametrize("path", ["/settings/data/", "/settings/language/"])
def test_on_a_phone_the_open_line_is_seen(visit, path):
    page = visit(path, "sam", viewport=PHONE)

    expect(page.locator(".side-nav [aria-current]")).to_be_in_viewport(ratio=1)


def test_a_large_text_is_larger(either_way):
    page = either_way("/settings/appearance/")
    text = page.locator("main .prose p").first
    before = text.bounding_box()["height"]

    sizes = page.get_by_role("group", name="Reading size")
    sizes.get_by_label("Large").check()
    page.get_by_role("button", name="Save appearance").click()

    expect(page.locator("html")).to_have_attribute("data-text", "large")
    assert text.bounding_box()["height"] > before
