import pytest
from playwright.sync_api import expect

from tests.support.chromium import inaccessible, publish

pytestmark = pytest.mark.browser

WORDS = "It took a whole evening to write this down, and a morning to cross it out."
OTHER, MINE = "From the other tab.", "From this tab."


@pytest.fixture(autouse=True)
def may_notice_it_first(witness):
    """What saves while one types may meet the newer text before the button does."""
    witness.forgive("409")


def body_of(page):
    return page.get_by_label("Your text, in Markdown")


def in_two_tabs(page, title):
    """Publish, open the editor twice, send the one and then the other."""
    publish(page, WORDS, title)
    page.get_by_role("link", name="Edit").click()
    expect(body_of(page)).to_have_value(WORDS)
    other = page.context.new_page()
    other.goto(page.url)
    body_of(other).fill(OTHER)
    other.get_by_role("button", name="Update").click()
    expect(other.locator(".prose").first).to_have_text(OTHER)
    body_of(page).fill(MINE)
    page.get_by_role("button", name="Update").click()
    expect(page.locator("#newer")).to_have_value(OTHER)
    return page


def test_the_second_of_two_tabs_sees_both_texts(either_way):
    page = in_two_tabs(either_way("/", "greta"), "Both")

    expect(body_of(page)).to_have_value(MINE)
    expect(page.locator(".difference-body ins")).to_contain_text("this")


def test_it_can_replace_the_newer_one(either_way):
    page = in_two_tabs(either_way("/", "greta"), "Replaced")

    page.get_by_role("button", name="Replace it with mine").click()

    expect(page.locator(".prose").first).to_have_text(MINE)
    page.get_by_role("link", name="Revisions").click()
    expect(page.locator(".texts li")).to_have_count(3)


def test_it_can_become_a_draft_of_its_own(either_way):
    page = in_two_tabs(either_way("/", "greta"), "Apart")

    page.get_by_role("button", name="Keep mine as a draft of its own").click()

    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    expect(body_of(page)).to_have_value(MINE)


def test_it_can_leave_the_newer_one_alone(either_way):
    page = in_two_tabs(either_way("/", "greta"), "Kept")
    page.on("dialog", lambda dialog: dialog.accept())

    page.get_by_role("link", name="Keep the newer one").click()

    expect(page.locator("#editor [name=body]")).to_have_value(OTHER)


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_the_choice_is_for_everybody(visit, paper):
    page = visit("/", "greta", color_scheme=paper)

    assert not inaccessible(in_two_tabs(page, f"In the {paper}"))
