"""The editor as somebody who writes in Chromium sees it."""

from playwright.sync_api import Locator, Page, expect

from tests.support.chromium import is_bound

LOST = ("no answer", "console: Failed to load resource: net::")


def body_of(page: Page) -> Locator:
    return page.get_by_label("Your text, in Markdown")


def title_of(page: Page) -> Locator:
    return page.get_by_label("Title")


def is_in_state(page: Page, state: str) -> None:
    """Wait until the light in the masthead says so."""
    expect(page.locator("#status")).to_have_attribute("data-state", state)


def begin(page: Page) -> None:
    """Open an empty sheet."""
    page.goto("/posts/new")
    is_bound(page)


def type_in(page: Page, words: str) -> None:
    """Type as people do, at the end of what is there."""
    body_of(page).press("Control+End")
    body_of(page).press_sequentially(words)


def saved(page: Page, words: str) -> None:
    """Type, and wait until the server has it."""
    type_in(page, words)
    is_in_state(page, "saving")
    is_in_state(page, "saved")


def offer_on(page: Page) -> Locator:
    """The notice that offers what only this device has."""
    return page.get_by_role("region", name="Words on this device")


def on_this_device(page: Page) -> list[str]:
    """What this browser keeps for itself."""
    keys: list[str] = page.evaluate("Object.keys(localStorage)")
    return keys


def close_in_the_tunnel(page: Page) -> Page:
    """Close the tab while there is no network, not even for its last breath.

    :returns: another tab, which has one.
    """
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()); }")
    again = page.context.new_page()
    page.close()
    page.context.set_offline(False)
    return again
