"""The desk: tools and keys above the text."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound

pytestmark = pytest.mark.browser


CHOOSE = """(area, chosen) => {
  const from = chosen ? area.value.indexOf(chosen) : area.value.length;
  area.setSelectionRange(from, from + chosen.length);
}"""


PASTE = """(area, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const event = new ClipboardEvent("paste", {
    clipboardData: data, bubbles: true, cancelable: true,
  });
  return area.dispatchEvent(event);
}"""


@pytest.fixture
def desk(visit):
    """The editor in a window, with this text in it and this part of it chosen."""

    def start(text="", chosen="", path="/posts/new", **options):
        page = visit(path, "ann", **options)
        is_bound(page)
        body(page).fill(text)
        body(page).evaluate(CHOOSE, chosen)
        return page

    return start


def body(page):
    return page.locator("#body")


@pytest.mark.parametrize(
    ("name", "keys", "before", "after"),
    [
        ("Bold", "b", "one two", "one **two**"),
        ("Italic", "i", "one two", "one *two*"),
        ("Italic", "i", "one **two**", "one ***two***"),
        ("Bold", "b", "one *two*", "one ***two***"),
        ("Code", "e", "one two", "one `two`"),
        ("Link", "k", "one two", "one [two](https://)"),
        ("Heading", "Shift+h", "one two", "## one two"),
        ("Quote", "Shift+9", "one\ntwo", "one\n> two"),
        ("List", "Shift+8", "one two", "- one two"),
        ("List", "Shift+8", "1. one two", "- one two"),
        ("Numbered list", "Shift+7", "- two", "1. two"),
    ],
)
def test_a_tool_does_what_its_shortcut_does(desk, name, keys, before, after):
    page = desk(before, "two")
    page.get_by_role("button", name=name, exact=True).click()
    expect(body(page)).to_have_value(after)
    body(page).fill(before)
    body(page).evaluate(CHOOSE, "two")

    body(page).press(f"ControlOrMeta+{keys}")

    expect(body(page)).to_have_value(after)


@pytest.mark.parametrize(
    "keys", ["b", "i", "e", "Shift+h", "Shift+9", "Shift+8", "Shift+7"]
)
def test_a_tool_takes_back_what_it_did(desk, keys):
    page = desk("one two three", "two")

    for _ in range(2):
        body(page).press(f"ControlOrMeta+{keys}")

    expect(body(page)).to_have_value("one two three")


@pytest.mark.parametrize("keys", ["b", "k", "Shift+8"])
def test_what_a_tool_did_can_be_undone(desk, keys):
    page = desk("one two three", "two")
    body(page).press(f"ControlOrMeta+{keys}")

    body(page).press("ControlOrMeta+z")

    expect(body(page)).to_have_value("one two three")


def test_several_lines_become_one_list(desk):
    text = "figs\nolives\n\nplates"
    page = desk(text, text)

    body(page).press("ControlOrMeta+Shift+7")

    expect(body(page)).to_have_value("1. figs\n2. olives\n\n3. plates")


def test_several_lines_become_one_block_of_code(desk):
    text = "a = 1\nb = 2"
    page = desk(text, text)

    body(page).press("ControlOrMeta+e")

    expect(body(page)).to_have_value(f"```\n{text}\n```")


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a", "[two](https://example.org/a)"),
        ("https://example.org/a_(b)", "[two](<https://example.org/a_(b)>)"),
    ],
)
def test_an_address_pasted_over_words_makes_a_link(desk, address, link):
    page = desk("one two", "two")

    body(page).evaluate(PASTE, address)

    expect(body(page)).to_have_value(f"one {link}")


@pytest.mark.parametrize("pasted", ["three", "see https://example.org", "ftp://x"])
def test_other_words_are_pasted_as_they_are(desk, pasted):
    page = desk("one two", "two")

    assert body(page).evaluate(PASTE, pasted) is True


def test_tab_leaves_the_text(desk):
    page = desk("one")

    body(page).press("Tab")

    expect(body(page)).not_to_be_focused()
    expect(body(page)).to_have_value("one")


def test_the_bar_is_one_stop_and_arrows_lead_along(desk):
    page = desk("one")
    page.locator("#summary").press("Tab")
    expect(page.get_by_role("button", name="Heading")).to_be_focused()

    for key in (
        "ArrowRight",
        "ArrowRight",
        "ArrowLeft",
        "End",
        "ArrowRight",
        "ArrowRight",
    ):
        page.keyboard.press(key)

    expect(page.get_by_role("button", name="Bold")).to_be_focused()
    page.keyboard.press("Tab")
    expect(body(page)).to_be_focused()


def test_from_right_to_left_the_arrows_turn_around(desk):
    page = desk("one", locale="ar")
    page.locator(".toolbar [data-format=heading]").focus()

    page.keyboard.press("ArrowLeft")

    expect(page.locator(".toolbar [data-format=bold]")).to_be_focused()


def test_the_names_of_the_tools_tell_their_keys(desk):
    page = desk()

    expect(page.get_by_role("button", name="Bold")).to_have_attribute(
        "title", "Bold (Ctrl+B)"
    )


def test_words_are_counted_as_they_are_written(desk):
    page = desk()

    page.keyboard.press("Tab")
    body(page).press_sequentially("It is [thinking](https://example.org/x), she said.")

    expect(page.locator("#wordcount")).to_have_text("5 words about a minute to read")


def test_without_script_it_is_a_plain_form(visit):
    page = visit("/posts/new", "ann", java_script_enabled=False)

    expect(page.locator(".toolbar button:visible")).to_have_count(1)
    page.get_by_role("button", name="Markdown, briefly").click()
    expect(page.get_by_role("heading", name="Markdown, briefly")).to_be_visible()


def test_a_bar_wider_than_a_phone_scrolls_by_itself(desk):
    page = desk(viewport={"width": 320, "height": 640})

    page.locator(".toolbar [data-format=code]").focus()

    expect(page.locator(".toolbar [data-format=code]")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
