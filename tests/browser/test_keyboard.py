import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound

pytestmark = pytest.mark.browser

# Gives every element that looks the same with and without the focus.
UNSEEN = """() => {
  const look = (element) => [element, element.parentElement].map((one) => {
    const style = getComputedStyle(one);
    return [style.outline, style.boxShadow, style.borderColor, style.background].join();
  }).join();
  const kinds = "a[href], button, input, textarea, select, summary";
  const all = document.querySelectorAll(kinds);
  return [...all].filter((element) => {
    if (!element.checkVisibility() || element.matches(":disabled, [tabindex^='-']"))
      return false;
    element.blur();
    const before = look(element);
    element.focus();
    return document.activeElement !== element || look(element) === before;
  }).map((element) => element.outerHTML.slice(0, 100));
}"""


def test_the_first_stop_leads_past_the_masthead(either_way):
    page = either_way("/", "bob")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator("main :focus")).to_have_count(1)


def test_the_menu_opens_and_closes_by_keys(either_way):
    page = either_way("/", "bob")
    page.get_by_role("button", name="Your menu").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#me")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator("#me")).to_be_hidden()
    expect(page.get_by_role("button", name="Your menu")).to_be_focused()


def test_the_menu_is_the_next_stop_after_its_button(visit):
    page = visit("/", "bob")
    page.get_by_role("button", name="Your menu").focus()
    page.keyboard.press("Enter")

    page.keyboard.press("Tab")

    expect(page.locator("#me a").first).to_be_focused()


def test_follow_by_keys_keeps_the_focus(visit):
    page = visit("/@noor", "diego")
    is_bound(page)
    page.get_by_role("button", name="Follow Noor").focus()

    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Following Noor")).to_be_focused()


@pytest.mark.parametrize(
    "path", ["/", "/posts/new", "/settings/language/", "/settings/profile/"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_has_the_focus_shows_it(visit, path, scheme):
    page = visit(path, "bob", color_scheme=scheme)
    page.keyboard.press("Tab")

    assert page.evaluate(UNSEEN) == []
