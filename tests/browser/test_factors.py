"""Second factors in a real browser, with its virtual authenticator."""

import pytest
from playwright.sync_api import expect

from tests.support.chromium import inaccessible, is_bound, pasted, sign_in, too_wide
from tests.support.factors import App
from tests.support.virtual_key import VirtualKey

pytestmark = pytest.mark.browser


@pytest.fixture
def start(open_window, named_site):
    """A window in which somebody has just signed in: ``start("hana")``."""

    def start(who, **options):
        page = open_window(named_site, **options)
        sign_in(page, who)
        page.locator(".avatar-button").wait_for()
        return page

    return start


def sign_out(page):
    page.context.clear_cookies(name="login")


def add_passkey(page, name="Laptop"):
    page.goto("/settings/passkeys/new")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Make a passkey").click()


def add_app(page):
    """Scan the picture and enter the code; the app, and the codes for the drawer."""
    page.goto("/settings/totp/new")
    app = App(page.locator("code.key").inner_text().replace(" ", ""))
    page.get_by_label("Six-digit code").fill(app.code())
    page.get_by_role("button", name="Turn on").click()
    app.recovery_codes = page.locator(".recovery li").all_inner_texts()
    return app


def is_in(page):
    expect(page.get_by_role("button", name="Your menu")).to_be_visible()


def test_a_passkey_signs_in_alone(start):
    page = start("hana")
    VirtualKey(page)
    add_passkey(page)
    expect(page.locator(".recovery li")).to_have_count(10)
    sign_out(page)

    page.goto("/sign-in?next=/drafts/")
    page.get_by_role("button", name="Use a passkey").click()

    is_in(page)
    expect(page.get_by_role("heading", name="Drafts", exact=True)).to_be_visible()


def test_a_passkey_is_a_second_step(start):
    page = start("omar")
    VirtualKey(page)
    add_passkey(page)
    page.locator(".recovery").wait_for()
    sign_out(page)

    sign_in(page, "omar")
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()

    is_in(page)


def test_a_code_from_an_app_is_a_second_step(start):
    page = start("ines")
    app = add_app(page)
    sign_out(page)

    sign_in(page, "ines")
    # The code of now was used up when it was turned on; the next one is good too.
    page.get_by_label("Six-digit code").fill(app.code(30))
    page.get_by_role("button", name="Sign in", exact=True).click()

    is_in(page)


def test_a_recovery_code_is_for_when_the_phone_is_gone(start):
    page = start("bram")
    app = add_app(page)
    sign_out(page)

    sign_in(page, "bram")
    page.get_by_text("Use a recovery code").click()
    page.get_by_label("Recovery code").fill(app.recovery_codes[0])
    page.get_by_role("button", name="Sign in with this code").click()

    is_in(page)
    expect(page.get_by_role("status")).to_contain_text("9 recovery codes are left")


def test_all_of_it_but_passkeys_works_without_script(start):
    page = start("greta", java_script_enabled=False)
    app = add_app(page)
    page.goto("/settings/passkeys/new")
    expect(page.locator("main")).to_contain_text("Passkeys need JavaScript")
    sign_out(page)

    sign_in(page, "greta")
    expect(page.get_by_role("button", name="Use a passkey")).to_have_count(0)
    page.get_by_label("Six-digit code").fill(app.code(30))
    page.get_by_role("button", name="Sign in", exact=True).click()

    is_in(page)


def test_who_shows_no_finger_is_told_so(start):
    page = start("kofi")
    key = VirtualKey(page)
    add_passkey(page)
    page.locator(".recovery").wait_for()
    sign_out(page)
    key.recognise(False)

    page.goto("/sign-in")
    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_role("status")).to_contain_text("No passkey was used.")


def test_a_device_has_one_passkey_for_each_account(start):
    page = start("priya")
    VirtualKey(page)
    add_passkey(page)
    page.locator(".recovery").wait_for()

    add_passkey(page, "Again")

    expect(page.get_by_role("status")).to_contain_text("has a passkey for your account")


def test_the_codes_can_be_copied(start, named_site):
    page = start("yusuf")
    page.context.grant_permissions(["clipboard-write"])
    app = add_app(page)
    is_bound(page)

    page.get_by_role("button", name="Copy").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = pasted(page)
    assert copied.split("\n") == app.recovery_codes


def test_at_an_address_of_numbers_no_passkey_is_offered(visit):
    page = visit("/sign-in")
    is_bound(page)

    expect(page.get_by_role("button", name="Use a passkey")).to_have_count(0)


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_every_page_is_for_everybody(start, paper):
    page = start("will" if paper == "light" else "ruth", color_scheme=paper)
    VirtualKey(page)
    faults = []
    for path in ("/settings/totp/new", "/settings/passkeys/new"):
        page.goto(path)
        faults += inaccessible(page) + too_wide(page, 320, 390, 1280)
    add_app(page)
    faults += inaccessible(page) + too_wide(page, 320, 390, 1280)
    add_passkey(page)
    page.locator(".device").wait_for()
    for path in ("", "security/", "totp/", "passkeys/", "recovery-codes/"):
        page.goto(f"/settings/{path}")
        faults += inaccessible(page) + too_wide(page, 320, 390, 1280)

    assert not faults


def test_the_second_step_is_for_everybody(start):
    page = start("noor")
    add_app(page)
    sign_out(page)
    sign_in(page, "noor")
    page.get_by_label("Six-digit code").fill("000000")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert")).to_be_focused()

    assert not inaccessible(page) + too_wide(page, 320, 390, 1280)
