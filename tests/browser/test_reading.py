import pytest
from playwright.sync_api import expect

from tests.support.chromium import (
    inaccessible,
    is_bound,
    pasted,
    publish,
    sign_in,
    too_wide,
)
from tests.support.places import ESSAY

pytestmark = pytest.mark.browser

LONG = "a" * 90
CELLS = "| " + " | ".join(["1234567890"] * 10) + " |"
RULE = "|--" * 10 + "|"
SUM = " + ".join(f"a_{{{number}}}" for number in range(30))
WIDE = f"""
{LONG} https://example.org/{LONG} `{LONG}` ${SUM}$[^1]

$$
{SUM}
$$

{CELLS}
{RULE}
{CELLS}

<table><tr>{"<td>1234567890</td>" * 10}</tr></table>

```python
{LONG} = "{LONG}"
```

{"- " * 9}{LONG}

{">" * 9} {LONG}

![A drawing](/static/demo/ann-levels.svg "{LONG}")

[^1]: {LONG} `{LONG}`
"""


def test_what_is_wide_scrolls_in_its_own_box(visit):
    page = visit("/", "eve")
    publish(page, WIDE, "Wide")
    is_bound(page)

    assert not too_wide(page, 320, 768)
    expect(page.get_by_role("region", name="Table")).to_be_visible()
    assert not inaccessible(page, {"width": 320, "height": 800})


def test_a_note_opens_beside_its_mark_by_keys(visit):
    page = visit(ESSAY)
    is_bound(page)
    mark = page.locator('[role="doc-noteref"]').first
    mark.press("Enter")
    expect(page.get_by_role("dialog", name="Note 1")).to_be_focused()
    assert not inaccessible(page)

    page.keyboard.press("Escape")

    expect(mark).to_be_focused()
    expect(page.locator(".footnote")).to_have_count(0)


def test_a_picture_opens_in_its_largest_size(visit):
    page = visit(ESSAY)
    is_bound(page)
    link = page.locator(".prose figure > a").first
    link.press("Enter")
    picture = page.get_by_role("dialog", name="Picture").get_by_role("img")
    expect(picture).to_have_attribute(
        "src", page.url.removesuffix(ESSAY) + link.get_attribute("href")
    )

    page.keyboard.press("Escape")

    expect(picture).to_have_count(0)
    expect(link).to_be_focused()


def test_a_listing_is_copied(visit):
    page = visit("/@bob/truing-a-wheel-with-forty-lines-of-python")
    page.context.grant_permissions(["clipboard-write"])
    listing = page.locator(".highlight").first
    listing.hover()

    listing.get_by_role("button", name="Copy").click()

    expect(listing.get_by_role("button", name="Copied")).to_be_visible()
    copied = pasted(page)
    assert copied == listing.locator("pre").text_content()


def test_a_visitor_changes_paper_and_size_while_reading(visit):
    page = visit(ESSAY)
    page.get_by_role("button", name="Text and paper").click()
    menu = page.locator("#looks")
    menu.get_by_label("Large").check()
    with page.expect_response("**/settings/appearance/"):
        menu.get_by_label("Night").check()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")

    page.reload()

    expect(page.locator("html")).to_have_attribute("data-text", "large")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_letters_move_through_a_list_but_not_while_one_types(visit):
    page = visit("/", "bob")
    is_bound(page)
    page.get_by_label("Write a note").press_sequentially("jo?")
    page.get_by_role("link", name="Inklings").first.focus()
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".entry").nth(1)
    expect(second.locator(":focus")).to_have_count(1)

    page.keyboard.press("?")

    sheet = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(second.locator(":focus")).to_have_count(1)


def test_a_visitor_reads_again_without_a_network(open_window, named_site, witness):
    # A script that was not kept yet is missing there, and nothing else is.
    missing = "script: Failed to fetch dynamically imported module"
    witness.forgive("no answer", "console: Failed to load", missing)
    page = open_window(named_site)
    page.goto("/explore/")
    page.evaluate("navigator.serviceWorker.ready")
    page.goto(ESSAY)
    page.wait_for_function("caches.match(location.pathname, { ignoreVary: true })")
    is_bound(page)
    page.context.set_offline(True)

    page.goto("/people")

    expect(page.get_by_role("heading", name="No network")).to_be_visible()
    page.get_by_role("link", name="Eleven mornings at the sluice").click()
    expect(page.locator(".prose").first).to_contain_text("tide table")


def test_who_signs_in_leaves_nothing_kept(open_window, named_site):
    page = open_window(named_site)
    page.goto("/explore/")
    page.evaluate("navigator.serviceWorker.ready")
    page.goto(ESSAY)
    page.wait_for_function("caches.match(location.pathname, { ignoreVary: true })")

    sign_in(page, "cleo")

    page.locator(".avatar-button").wait_for()
    page.wait_for_function("async () => !(await caches.has('inklings-posts'))")
    gone = "async () => !(await navigator.serviceWorker.getRegistration())"
    page.wait_for_function(gone)
