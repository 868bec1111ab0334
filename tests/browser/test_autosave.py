"""What is typed is kept while it is typed."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.chromium import is_bound, publish
from tests.support.editor import (
    begin,
    body_of,
    is_in_state,
    on_this_device,
    saved,
    title_of,
    type_in,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit):
    return visit("/", "greta")


@pytest.fixture
def post(page):
    """An essay of Greta's, open in her editor."""
    publish(page, "What readers have.", "A post")
    page.wait_for_url("**/@greta/*")
    page.address = page.url
    page.get_by_role("link", name="Edit").click()
    is_bound(page)
    return page


def test_a_new_text_gets_an_address_by_itself(page):
    begin(page)

    saved(page, "First words.")

    expect(page).to_have_url(re.compile(r"/posts/\d+/edit$"))
    page.reload()
    expect(body_of(page)).to_have_value("First words.")


def test_what_does_not_fit_is_named(page, witness):
    witness.forgive("422: ")
    begin(page)
    saved(page, "First words.")

    page.get_by_label("Tags, sep").fill(",".join("abcdefghijk"))
    page.get_by_label("Tags, sep").press("Tab")

    is_in_state(page, "invalid")
    expect(page.get_by_text("There’s room for ten tags. Remove one.")).to_be_visible()


def test_a_time_that_is_not_sent_yet_is_kept_on_this_device(page):
    begin(page)
    page.get_by_text("Schedule", exact=True).first.click()
    page.get_by_label("Publish on").fill("2030-01-02T03:04")

    saved(page, "First words.")
    page.reload()
    page.get_by_role("button", name="Take them").click()

    expect(page.get_by_label("Publish on")).to_have_value("2030-01-02T03:04")


def test_the_server_has_it_so_this_device_need_not(page):
    begin(page)

    saved(page, "First words.")

    assert on_this_device(page) == []


def test_the_buttons_follow_to_the_new_address(page):
    begin(page)
    saved(page, "First words.")
    draft = urlsplit(page.url).path.removesuffix("/edit")

    preview = page.get_by_role("button", name="Preview", exact=True)
    expect(preview).to_have_attribute("formaction", f"{draft}#preview")
    preview.click()

    expect(page).to_have_url(re.compile(f"{draft}/edit#preview$"))
    expect(page.locator("#preview")).to_contain_text("First words.")


def test_what_was_kept_and_published_is_one_post(page):
    begin(page)
    saved(page, "First words.")
    title_of(page).press_sequentially("Kept, then published")

    page.get_by_role("button", name="Publish").click()

    expect(page.get_by_role("heading", name="Kept, then published")).to_be_visible()
    page.goto("/drafts/")
    expect(page.get_by_text("Kept, then published")).to_have_count(0)


@pytest.mark.parametrize("presses", [1, 2])
def test_publish_right_after_typing_publishes_the_last_letter(page, presses):
    begin(page)
    saved(page, "Typed")
    answer_slowly(page)
    with page.expect_request("**/autosave"):
        type_in(page, " fast")
    type_in(page, ", and faster")

    page.get_by_role("button", name="Publish").click(click_count=presses)

    expect(page.locator(".prose").first).to_have_text("Typed fast, and faster")
    is_bound(page)
    assert on_this_device(page) == []


def answer_slowly(page):
    """Let the answers about the words take their time."""
    page.evaluate("""() => {
      const { fetch } = window;
      window.fetch = async (...asked) => {
        const answer = await fetch(...asked);
        await new Promise((done) => setTimeout(done, 1500));
        return answer;
      };
    }""")


def test_readers_see_nothing_before_update(post):
    saved(post, " And more.")
    reader = post.context.browser.new_page()

    reader.goto(post.address)

    expect(reader.locator(".prose").first).to_have_text("What readers have.")
    reader.close()


def test_the_editor_opens_with_the_changes(post):
    saved(post, " And more.")

    post.reload()

    expect(body_of(post)).to_have_value("What readers have. And more.")
    expect(post.get_by_text("that nobody else sees yet")).to_be_visible()


def test_changes_can_be_discarded(post):
    saved(post, " And more.")
    post.reload()
    post.get_by_role("button", name="Discard them…").click()

    post.get_by_role("button", name="Discard changes").click()

    expect(body_of(post)).to_have_value("What readers have.")
    is_bound(post)
    is_in_state(post, "saved")


def test_typing_it_back_leaves_no_changes(post):
    saved(post, "!")

    body_of(post).press("Backspace")

    expect(post.locator("#status")).to_have_text("Published")
    post.reload()
    expect(post.get_by_text("that nobody else sees yet")).to_have_count(0)


def test_save_for_later_works_without_script(visit):
    page = visit("/", "greta", java_script_enabled=False)
    publish(page, "What readers have.", "Without script")
    page.get_by_role("link", name="Edit").click()
    body_of(page).fill("What readers may have one day.")

    page.get_by_role("button", name="Save for later").click()

    expect(page.get_by_text("Kept for later. Only you can see it.")).to_be_visible()
    expect(body_of(page)).to_have_value("What readers may have one day.")


def test_half_a_title_of_a_series_begins_none(page):
    begin(page)
    saved(page, "First words.")
    page.locator("summary", has_text="Series").click()

    page.get_by_label("Or begin one").press_sequentially("Tid")

    is_in_state(page, "saving")
    is_in_state(page, "saved")
    page.goto("/series/")
    expect(page.locator("article.entry")).to_have_count(0)
