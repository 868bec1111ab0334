"""A draft, its audience and its link, in a real browser."""

from playwright.sync_api import expect

from tests.support.chromium import pasted


def test_a_link_to_a_draft_is_made_copied_and_opened(visit, open_window, demo_site):
    page = visit("/posts/new", "cleo")
    page.get_by_label("Your text, in Markdown").fill("A fog, and what it hid.")
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text("Show it before").click()
    page.get_by_role("button", name="Make a link").click()
    page.context.grant_permissions(["clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = pasted(page)

    stranger = open_window(demo_site)
    stranger.goto(link)

    expect(stranger.get_by_text("A fog, and what it hid.")).to_be_visible()


def test_a_note_is_posted_to_followers_alone(either_way):
    page = either_way("/", "bob")
    page.get_by_label("Write a note").fill("Between us: the bell is cracked.")
    page.get_by_label("Who can read it").select_option("followers")
    page.get_by_role("button", name="Post note").click()

    expect(page.locator(".byline .badge")).to_have_text("For followers")
