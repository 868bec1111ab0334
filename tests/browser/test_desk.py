"""The desk: the preview, side by side, and nothing but the words."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.chromium import DESK, PHONE, inaccessible, is_bound

pytestmark = pytest.mark.browser

TEXT = "For nine years it gave us *nothing*."
LINES = "\n\n".join(f"The year {number} was dry." for number in range(60))
MIDDLE = """async (area) => {
  await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50));
  return area.getBoundingClientRect().bottom;
}"""

# As where a browser is told to let no site keep anything.
FORBIDDEN = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new Error("forbidden"); } });"""


@pytest.fixture
def desk(visit):
    """The editor in a window, with a text in it."""

    def start(text=TEXT, **options):
        page = visit("/posts/new", "ann", **options)
        is_bound(page)
        page.get_by_label("Title").fill("What the fig tree knew")
        page.locator("#body").fill(text)
        return page

    return start


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def preview(page):
    return page.locator("#preview .prose")


def test_the_preview_takes_the_place_of_the_text_on_the_same_page(desk):
    page = desk()
    page.evaluate("window.isTheSamePage = true")

    press(page, "Preview")

    expect(preview(page).locator("em")).to_have_text("nothing")
    expect(page.locator("#body")).to_be_hidden()
    assert page.evaluate("window.isTheSamePage") is True


def test_from_the_preview_one_goes_back_to_the_text(desk):
    page = desk()
    press(page, "Preview")
    expect(preview(page)).to_be_visible()

    page.go_back()

    expect(page.locator("#body")).to_have_value(TEXT)
    expect(preview(page)).to_be_hidden()


def test_side_by_side_the_preview_follows_the_text(desk):
    page = desk(viewport=DESK)
    press(page, "Text and preview side by side")
    expect(preview(page)).to_have_text(TEXT.replace("*", ""))

    page.locator("#body").press_sequentially(" Then, **figs**.")

    expect(preview(page).locator("strong")).to_have_text("figs")
    expect(page.locator("#body")).to_be_focused()


def test_side_by_side_is_remembered(desk):
    page = desk(viewport=DESK)
    press(page, "Text and preview side by side")
    expect(preview(page)).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())

    page.goto("/posts/new")

    expect(page.locator("#preview")).to_be_visible()


def test_a_phone_has_no_room_for_both(desk):
    page = desk(viewport=PHONE)

    expect(page.get_by_role("button", name="side by side")).to_have_count(0)


def test_a_preview_that_cannot_be_drawn_says_so_and_comes_later(desk):
    page = desk(viewport=DESK)
    page.route("**/previews", lambda route: route.abort("aborted"))
    press(page, "Text and preview side by side")
    expect(page.locator("#preview [role=status]")).to_contain_text("still here")

    page.unroute("**/previews")
    page.locator("#body").press_sequentially(" Figs.")

    expect(preview(page)).to_contain_text("Figs.")
    expect(page.locator("#preview [role=status]")).to_be_empty()


def test_a_late_answer_does_not_replace_a_newer_one(desk):
    page = desk(viewport=DESK)
    late = []
    page.route("**/previews", lambda route: late.append(route), times=1)
    press(page, "Text and preview side by side")
    page.wait_for_function("document.querySelector('[data-split]')")

    page.locator("#body").press_sequentially(" Figs.")

    expect(preview(page)).to_contain_text("Figs.")


def test_what_is_too_long_to_publish_is_said_in_the_preview(desk, witness):
    page = desk()
    page.get_by_label("Title").fill("x" * 201)

    press(page, "Preview")

    expect(page.locator("#preview")).to_contain_text("200 characters long at most")
    witness.complaints.clear()


def test_nothing_but_the_words_is_left_until_escape(desk):
    page = desk()

    press(page, "Nothing but the words")

    expect(page.locator("#body")).to_be_focused()
    expect(page.locator(".status")).to_be_visible()
    for part in (".toolbar", "aside", ".tabs", "text=Publish"):
        expect(page.locator(part).first).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(".toolbar")).to_be_visible()


def test_quiet_lasts_for_the_visit(desk):
    page = desk()
    press(page, "Nothing but the words")
    page.on("dialog", lambda dialog: dialog.accept())

    page.reload()

    expect(page.locator(".toolbar")).to_be_hidden()


def test_the_line_that_is_written_stays_off_the_foot_of_the_window(desk):
    page = desk(LINES, viewport=DESK)
    press(page, "Nothing but the words")
    page.keyboard.press("ControlOrMeta+End")
    page.evaluate("scrollTo(0, 0)")

    page.keyboard.type("\n\nNow.\n\n")

    bottom = page.locator("#body").evaluate(MIDDLE)
    assert bottom - 0.4 * DESK["height"] < 0.75 * DESK["height"]


def test_control_s_saves_a_draft(desk):
    page = desk()

    page.locator("#body").press("ControlOrMeta+s")

    page.wait_for_url(re.compile("/posts/[0-9]+/edit"))
    expect(page.locator("#body")).to_have_value(TEXT)


def test_control_enter_asks_before_it_publishes(desk):
    page = desk()
    page.locator("#body").press("ControlOrMeta+Enter")
    expect(page.get_by_role("heading", name="Publish this now?")).to_be_visible()

    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="What the fig tree knew")).to_be_visible()
    assert "/@ann/what-the-fig-tree-knew" in page.url


def test_control_enter_can_be_taken_back(desk):
    page = desk()
    page.locator("#body").press("ControlOrMeta+Enter")

    page.keyboard.press("Escape")

    expect(page.locator("#publish-now")).to_be_hidden()
    expect(page.locator("#body")).to_be_focused()


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_the_desk_with_all_on_it_is_for_everybody(desk, paper):
    page = desk(viewport=DESK, color_scheme=paper)
    press(page, "Text and preview side by side")
    expect(preview(page)).to_be_visible()

    assert not inaccessible(page)


def test_the_question_is_for_everybody(desk):
    page = desk()
    page.locator("#body").press("ControlOrMeta+Enter")

    assert not inaccessible(page, DESK)


def test_a_browser_that_keeps_nothing_has_a_desk_too(visit):
    page = visit("/", "ann", viewport=DESK)
    page.add_init_script(FORBIDDEN)
    page.goto("/posts/new")
    is_bound(page)

    press(page, "Text and preview side by side")

    expect(
        page.get_by_role("button", name="Text and preview side by side")
    ).to_have_attribute("aria-pressed", "true")
