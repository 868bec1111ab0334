import pytest
from playwright.sync_api import expect

from tests.fixtures.cast import PASSWORD
from tests.support.chromium import is_bound, publish, write

pytestmark = pytest.mark.browser

WORDS = "It took a whole evening to write this down, and a morning to cross it out."


def body_of(page):
    return page.get_by_label("Your text, in Markdown")


def test_a_session_that_ended_meanwhile_costs_no_word(either_way):
    page = either_way("/", "greta")
    write(page, WORDS, "Evening")
    page.context.clear_cookies(name="login")
    page.get_by_role("button", name="Publish").click()
    page.get_by_label("Email or handle").fill("greta")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()

    page.get_by_role("button", name="Go on").click()

    expect(page.get_by_role("heading", name="Evening")).to_be_visible()
    expect(page.locator(".prose").first).to_have_text(WORDS)


def test_going_back_after_a_refusal_finds_the_words(either_way):
    page = either_way("/", "greta")
    publish(page, WORDS, "Too long " * 30)
    expect(page.get_by_role("alert")).to_contain_text("Title")

    page.go_back()

    expect(body_of(page)).to_have_value(WORDS)


@pytest.mark.parametrize("title", ["A double press"])
def test_two_presses_of_publish_are_one_post(either_way, title):
    page = either_way("/", "greta")
    page.goto("/@greta")
    before = page.get_by_role("link", name=title).count()
    write(page, WORDS, title)

    page.get_by_role("button", name="Publish").dblclick()

    expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.goto("/@greta")
    expect(page.get_by_role("link", name=title)).to_have_count(before + 1)


def test_a_body_over_the_limit_gets_a_page_that_says_so(visit):
    page = visit("/posts/new", "greta")
    # Where nobody sees it: to lay out four million letters is the browser's own limit.
    hidden = page.locator("#editor [name=form_key]")
    hidden.evaluate("(field) => (field.value = 'word '.repeat(800_000))")

    page.get_by_role("button", name="Publish").click()

    expect(page.locator("main")).to_contain_text("Error 413")


FULL = """
  Storage.prototype.setItem = function (key) {
    if (key.startsWith("inklings:words")) throw new Error("full");
  };
  window.fetch = () => Promise.reject(new TypeError("no network"));
"""


def test_the_browser_asks_before_words_are_left_that_are_nowhere_else(visit):
    page = visit("/", "greta")
    page.add_init_script(FULL)
    page.goto("/posts/new")
    is_bound(page)
    body_of(page).press_sequentially("Not sent")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.get_by_role("link", name="Back to Home").click()

    expect(page).to_have_title("Home · Inklings")
    assert asked == ["beforeunload"]


def test_the_browser_does_not_ask_about_words_that_it_keeps(visit):
    page = visit("/posts/new", "greta")
    is_bound(page)
    body_of(page).press_sequentially("Not sent")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.get_by_role("link", name="Back to Home").click()

    expect(page).to_have_title("Home · Inklings")
    assert not asked


def test_the_browser_does_not_ask_about_sent_words(visit):
    page = visit("/posts/new", "greta")
    is_bound(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    body_of(page).press_sequentially("Sent")

    page.get_by_role("button", name="Save draft").click()

    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    assert not asked
