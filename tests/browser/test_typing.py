"""What the keys do while one writes."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(visit):
    """The editor in a window, with this text in it and the caret at its end."""

    def start(text=""):
        page = visit("/posts/new", "ann")
        is_bound(page)
        body(page).fill(text)
        return page

    return start


def body(page):
    return page.locator("#body")


def test_enter_leads_from_the_title_to_the_line_below_and_to_the_text(desk):
    page = desk("A text.")
    page.get_by_label("Title").press_sequentially("Figs\nAnd olives\n")

    page.keyboard.type(" More.")

    expect(page.get_by_label("Title")).to_have_value("Figs")
    expect(page.get_by_label("A line underneath")).to_have_value("And olives")
    expect(body(page)).to_have_value("A text. More.")


def test_without_words_chosen_one_types_between_the_marks(desk):
    page = desk("one ")
    body(page).press("ControlOrMeta+b")

    page.keyboard.type("two")

    expect(body(page)).to_have_value("one **two**")


@pytest.mark.parametrize("keys", ["b", "i", "e"])
def test_the_same_keys_end_what_they_began(desk, keys):
    page = desk("one ")
    body(page).press(f"ControlOrMeta+{keys}")
    page.keyboard.type("two three")

    body(page).press(f"ControlOrMeta+{keys}")
    page.keyboard.type(" four")

    expect(body(page)).to_have_value(re.compile(r"^one (\W+)two three\1 four$"))


def test_what_is_typed_after_a_mark_replaces_no_word(desk):
    page = desk("one two")
    body(page).press("ControlOrMeta+b")

    page.keyboard.type("s")

    expect(body(page)).to_have_value("one **twos**")


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("- figs", "- figs\n- x"),
        ("  * figs", "  * figs\n  * x"),
        ("9. figs", "9. figs\n10. x"),
        ("- [x] figs", "- [x] figs\n- [ ] x"),
        ("> figs", "> figs\n> x"),
        ("> - figs", "> - figs\n> - x"),
        ("- ", "x"),
        ("> ", "x"),
        ("- figs\n- ", "- figs\n\nx"),
        ("> figs\n> ", "> figs\n\nx"),
        ("figs - olives", "figs - olives\nx"),
        ("```\n- figs", "```\n- figs\nx"),
    ],
)
def test_enter_goes_on_with_a_list_and_ends_an_empty_one(desk, line, after):
    page = desk(line)

    body(page).press("Enter")
    page.keyboard.type("x")

    expect(body(page)).to_have_value(after)
