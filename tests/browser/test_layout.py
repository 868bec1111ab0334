import pytest
from playwright.sync_api import expect

from tests.support.chromium import PHONE, too_wide
from tests.support.places import ESSAY, FOR_ADMINS, FOR_EVERYBODY, FOR_MEMBERS

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280)
WORD = "x" * 100_000


@pytest.mark.parametrize("path", FOR_EVERYBODY)
def test_a_visitor_never_scrolls_sideways(visit, path):
    assert not too_wide(visit(path), *WIDTHS)


@pytest.mark.parametrize("path", FOR_MEMBERS + FOR_ADMINS)
def test_a_member_never_scrolls_sideways(visit, path):
    assert not too_wide(visit(path, "ann"), *WIDTHS)


@pytest.mark.parametrize(
    "path", ["/settings/activity/", "/admin/people/", "/admin/audit/"]
)
def test_a_table_holds_what_has_no_space_in_it(visit, path):
    page = visit(path, "ann")
    names = page.locator(".table bdi")

    names.last.evaluate("(name, word) => (name.textContent = word)", "x" * 254)

    assert not too_wide(page, *WIDTHS, of=".table-box")


@pytest.mark.parametrize("title", ["", "y" * 200])
def test_a_word_without_end_is_broken(visit, title):
    page = visit("/posts/new", "eve")
    page.get_by_label("Title").fill(title)
    body = page.get_by_label("Your text, in Markdown")
    body.evaluate("(field, word) => (field.value = word)", WORD)
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".prose").first).to_contain_text("xxx")
    wide = too_wide(page, *WIDTHS)

    page.goto("/@eve")

    assert not wide + too_wide(page, *WIDTHS)


def test_a_word_without_end_is_broken_in_the_editor_too(visit):
    page = visit("/posts/new", "eve")
    body = page.get_by_label("Your text, in Markdown")
    body.evaluate("(field, word) => (field.value = word)", WORD)
    page.get_by_role("button", name="Preview", exact=True).click()

    expect(page.locator("#preview")).to_contain_text("xxx")
    assert not too_wide(page, *WIDTHS)


def test_print_leaves_the_text(visit):
    page = visit(ESSAY)

    page.emulate_media(media="print")

    expect(page.locator(".masthead")).to_be_hidden()
    expect(page.locator(".colophon")).to_be_hidden()
    expect(page.locator(".prose").first).to_be_visible()


def test_a_phone_has_its_links_at_the_bottom(visit):
    page = visit("/", "ann", viewport=PHONE)

    expect(page.locator(".tabbar")).to_be_in_viewport()
    expect(page.locator(".masthead-nav")).to_be_hidden()


def test_who_asks_for_less_motion_gets_none(visit):
    page = visit("/", "ann", reduced_motion="reduce")

    moving = page.evaluate("""[...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return [style.transitionDuration, style.animationDuration]
        .some((times) => times.split(",").some((time) => parseFloat(time) > 0.011));
    }).map((element) => element.outerHTML.slice(0, 80))""")

    assert moving == []


def test_one_page_fades_into_the_next_for_everybody_else(visit):
    page = visit("/", "ann", reduced_motion="no-preference")
    page.add_init_script("""addEventListener("pagereveal", ({ viewTransition }) => {
      window.fades = Boolean(viewTransition);
    })""")

    page.get_by_role("link", name="Explore").first.click()
    page.wait_for_url("**/explore/")

    assert page.evaluate("window.fades")
