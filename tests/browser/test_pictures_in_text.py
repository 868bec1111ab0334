"""Pictures brought into a text while it is written."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.chromium import DESK, inaccessible, is_bound
from tests.support.pictures import photo

pytestmark = pytest.mark.browser

HERE = re.compile(r"^One\.\n\n!\[\]\(/media/[a-z2-7]{26}\)\n\nTwo\.$")
# Pastes or drops a picture of a few pixels, as the browser would.
BRING = """async (area, kind) => {
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext("2d").fillRect(0, 0, 40, 30);
  const data = new DataTransfer();
  const dot = await canvas.convertToBlob();
  data.items.add(new File([dot], "dot.png", { type: "image/png" }));
  const how = { bubbles: true, cancelable: true };
  area.dispatchEvent(kind === "paste"
    ? new ClipboardEvent("paste", { ...how, clipboardData: data })
    : new DragEvent("drop", { ...how, dataTransfer: data }));
}"""


@pytest.fixture
def desk(visit):
    """The editor with a text in it, and the caret after its first line."""
    page = visit("/posts/new", "ann", viewport=DESK)
    is_bound(page)
    page.locator("#body").fill("One.\n\nTwo.")
    page.locator("#body").evaluate("area => area.setSelectionRange(4, 4)")
    return page


def choose(page, *files):
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Pictures", exact=True).click()
    chooser.value.set_files(
        [{"name": n, "mimeType": "image/jpeg", "buffer": data} for n, data in files]
    )


def body(page):
    return page.locator("#body")


def test_a_chosen_picture_stands_where_the_caret_was(desk):
    choose(desk, ("fig.jpg", photo()))

    expect(body(desk)).to_have_value(HERE)


@pytest.mark.parametrize("kind", ["paste", "drop"])
def test_a_picture_is_pasted_and_dropped(desk, kind):
    body(desk).evaluate(BRING, kind)

    expect(body(desk)).to_have_value(HERE)


def test_a_picture_that_misses_the_text_does_not_take_its_place(desk):
    desk.get_by_label("Title").evaluate(BRING, "drop")

    expect(body(desk)).to_have_value(HERE)


def test_the_words_for_it_go_into_the_text(desk):
    choose(desk, ("fig.jpg", photo()))
    expect(body(desk)).to_have_value(HERE)

    desk.get_by_label("What does one see? For those").fill("A [fig] tree")
    desk.keyboard.press("Enter")

    expect(body(desk)).to_have_value(re.compile(r"!\[A \\\[fig\\\] tree\]\(/media/"))
    expect(body(desk)).to_be_focused()


def test_what_is_no_picture_is_refused_and_leaves_the_text_as_it_was(desk, witness):
    choose(desk, ("fig.jpg", b"no picture at all"))

    expect(desk.locator(".upload [role=alert]")).not_to_be_empty()
    expect(body(desk)).to_have_value("One.\n\nTwo.")
    witness.complaints.clear()


def test_without_a_network_one_tries_again(desk):
    desk.route("**/media/", lambda route: route.abort("aborted"))
    choose(desk, ("fig.jpg", photo()))
    expect(desk.locator(".upload [role=alert]")).to_contain_text("can’t be reached")

    desk.unroute("**/media/")
    body(desk).evaluate("area => area.setSelectionRange(4, 4)")
    desk.get_by_role("button", name="Try again").click()

    expect(body(desk)).to_have_value(HERE)


def test_one_on_its_way_can_be_cancelled(desk):
    desk.route("**/media/", lambda route: None)
    choose(desk, ("fig.jpg", photo()))
    expect(body(desk)).to_have_value(re.compile("fig.jpg …"))

    desk.get_by_role("button", name="Cancel").click()

    expect(body(desk)).to_have_value("One.\n\nTwo.")
    expect(desk.locator(".upload")).to_have_count(0)


def test_publishing_waits_for_what_is_on_its_way(desk):
    choose(desk, ("one.jpg", photo()), ("two.jpg", photo()))

    desk.get_by_role("button", name="Publish", exact=True).click()

    expect(desk.locator(".article .prose img")).to_have_count(2)


def bring_cover(desk):
    desk.locator("summary", has_text="Cover").click()
    with desk.expect_file_chooser() as chooser:
        desk.get_by_role("button", name="Bring a picture").click()
    file = {"name": "c.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    chooser.value.set_files([file])
    expect(desk.locator(".covers :checked + img")).to_be_visible()


def test_a_cover_is_brought_and_chosen(desk):
    bring_cover(desk)

    desk.get_by_role("button", name="Publish", exact=True).click()

    expect(desk.locator(".article-cover img")).to_be_visible()


def test_a_part_of_a_cover_is_cut_out_without_leaving_the_text(desk):
    bring_cover(desk)
    desk.get_by_role("link", name="Show only a part").click()
    desk.locator("#cut .crop[tabindex]").wait_for()

    desk.get_by_label("How near").fill("200")
    desk.get_by_role("button", name="Cut it out").click()
    expect(desk.locator("#cut")).to_be_hidden()
    desk.get_by_role("button", name="Publish", exact=True).click()

    cover = desk.locator(".article-cover img")
    assert [cover.get_attribute(side) for side in ("width", "height")] == ["300", "150"]


def test_a_part_that_cannot_be_cut_says_so_in_its_place(desk, witness):
    witness.forgive("422")
    bring_cover(desk)
    desk.get_by_role("link", name="Show only a part").click()
    desk.locator("#cut .crop[tabindex]").wait_for()
    answer = {"status": 422, "json": {"error": "There is no room."}}
    desk.route("**/part/", lambda route: route.fulfill(**answer))

    desk.get_by_role("button", name="Cut it out").click()

    expect(desk.locator("#cut [role=alert]")).to_have_text("There is no room.")


def test_the_dialog_for_a_part_suits_everybody(desk):
    bring_cover(desk)
    desk.get_by_role("link", name="Show only a part").click()
    desk.locator("#cut .crop[tabindex]").wait_for()

    assert not inaccessible(desk, DESK)
