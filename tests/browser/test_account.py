"""A whole account in one go: join, confirm, two factors, two browsers."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_confirm import join, open_letter
from tests.browser.test_factors import add_app, add_passkey, is_in
from tests.support.chromium import from_menu, sign_in
from tests.support.virtual_key import VirtualKey

pytestmark = pytest.mark.browser

PASSWORD = "four rather plain words"


def confirm(page, address):
    open_letter(page, address, "/confirm-address/")
    page.get_by_role("button", name="Confirm this address").click()
    is_in(page)


def sign_in_by_code(page, handle, app, ahead):
    """Sign in with the password and the code that the app shows later on."""
    sign_in(page, handle, PASSWORD)
    page.get_by_label("Six-digit code").fill(app.code(ahead))
    page.get_by_role("button", name="Sign in", exact=True).click()
    is_in(page)


def test_joining_to_revoking(open_window, writing_site):
    page, elsewhere = open_window(writing_site), open_window(writing_site)
    VirtualKey(page)
    join(page, "wren_t")
    confirm(page, "wren_t@example.org")
    app = add_app(page)
    add_passkey(page)
    page.get_by_text("Laptop").first.wait_for()

    sign_in_by_code(elsewhere, "wren_t", app, 30)
    from_menu(page, "Sign out")
    page.goto("/sign-in?next=/settings/security/")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.locator(".device")).to_have_count(2)
    page.get_by_role("button", name="Sign out everywhere else").click()
    expect(page.locator(".device")).to_have_count(1)

    elsewhere.goto("/drafts/")
    expect(elsewhere).to_have_url(f"{writing_site}/sign-in?next=/drafts/")
