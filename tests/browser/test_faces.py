"""Moving what a profile shows: by pointer, by keys, and without a script."""

import pytest
from PIL import ImageChops, ImageStat
from playwright.sync_api import expect

from tests.support.chromium import DESK, inaccessible, too_wide
from tests.support.pictures import opened, photo

FILE = {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": photo()}
# Shows in the frame a picture as it is.
AS_CUT = """async (image, address) => {
  image.removeAttribute("style");
  image.src = address;
  await image.decode();
}"""
AVATAR = "/settings/profile/avatar/"


def bring(page):
    page.set_input_files("#picture", FILE)
    page.get_by_role("button", name="Bring it here").click()
    expect(page.locator(".notice--success")).to_contain_text("It’s here")


@pytest.fixture
def page(visit):
    """Where Bob moves a picture that is wider than its frame."""
    page = visit(AVATAR, "bob", viewport=DESK)
    bring(page)
    page.locator(".crop[tabindex]").wait_for()
    return page


def saved(page):
    """The address of what the server has cut, at its largest."""
    small = page.locator(".avatar-button img").get_attribute("src")
    return small.replace("/96.", "/384.")


def difference(one, other):
    """How far two screenshots are apart, from 0 to 255, in the mean."""
    both = [opened(data).convert("RGB") for data in (one, other)]
    return max(ImageStat.Stat(ImageChops.difference(*both)).mean)


def value(page, name):
    return float(page.locator(f"[name={name}]").input_value())


def save(page):
    page.get_by_role("button", name="Show this part").click()
    expect(page.locator(".notice--success")).to_contain_text("Saved")
    page.locator(".crop[tabindex]").wait_for()


def drag(page, across, down):
    # Waits until nothing lies above it.
    page.locator(".crop").hover()
    box = page.locator(".crop").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.down()
    page.mouse.move(x + across, y + down, steps=4)
    page.mouse.up()


def test_it_is_dragged_with_the_pointer(page):
    drag(page, 64, 30)
    save(page)

    # 256 of its 384 pixels are seen: half of the room to the left has gone.
    assert value(page, "across") == pytest.approx(0, abs=1)
    assert value(page, "down") == 50


def test_it_goes_no_further_than_its_edge(page):
    drag(page, -500, 0)

    assert value(page, "across") == 100


def test_keys_move_it_and_bring_it_nearer(page):
    page.locator(".crop").focus()
    for key in ("+", "+", "-", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    save(page)

    assert value(page, "zoom") == 110
    assert (value(page, "across") < 50, value(page, "down") > 50) == (True, True)


def test_a_slider_moves_it_while_one_looks(page):
    page.get_by_label("How near").fill("200")
    page.get_by_label("Left or right").fill("100")

    picture = page.locator(".crop img")
    expect(picture).to_have_css("object-position", "100% 50%")
    expect(picture).to_have_css("scale", "2")


def test_what_one_sees_is_what_is_cut(page):
    page.get_by_label("How near").fill("250")
    page.get_by_label("Left or right").fill("0")
    page.get_by_label("Up or down").fill("70")
    before = page.locator(".crop").screenshot()
    save(page)

    page.locator(".crop img").evaluate(AS_CUT, saved(page))
    after = page.locator(".crop").screenshot()

    assert difference(before, after) < 3


def test_without_a_script_it_is_brought_and_moved_too(visit):
    page = visit(AVATAR, "cleo", viewport=DESK, java_script_enabled=False)
    bring(page)

    page.get_by_label("Left or right").fill("0")
    page.get_by_role("button", name="Show this part").click()

    assert value(page, "across") == 0
    assert "/media/" in page.locator(".avatar-button img").get_attribute("src")


def test_nothing_is_too_wide(page):
    assert not too_wide(page, 320, 390, 768, 1280)


def test_it_is_for_everybody(page):
    assert not inaccessible(page)


def test_the_pages_read_from_right_to_left(visit):
    page = visit("/settings/profile/banner/", "dan", locale="ar")
    page.set_input_files("#picture", FILE)
    page.locator("form[enctype] button").click()
    page.locator(".crop[tabindex]").wait_for()

    drag(page, 0, 300)

    assert (value(page, "across"), value(page, "down")) == (50, 0)
