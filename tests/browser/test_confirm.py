from time import monotonic

import pytest
from playwright.sync_api import expect

from tests.support.chromium import PHONE, inaccessible, sign_in, too_wide, write

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(request, open_window, writing_site):
    """A window on a site that writes letters, with JavaScript and without."""
    return open_window(writing_site, java_script_enabled=request.param)


def join(page, handle):
    page.goto("/sign-up")
    page.get_by_label("Your name").fill("Nell Newcomer")
    page.get_by_label("Handle").fill(handle)
    page.get_by_label("Email").fill(f"{handle}@example.org")
    page.get_by_label("Password").fill("four rather plain words")
    page.get_by_role("button", name="Make my account").click()
    page.get_by_role("button", name="Your menu").wait_for()


def open_letter(page, address, link):
    """Wait for the worker, read the newest letter to ``address``, follow its link."""
    letter = page.get_by_role("listitem").filter(has_text=address).first
    patience = monotonic() + 20
    while monotonic() < patience and not letter.count():
        page.goto("/dev/mail/")
    letter.get_by_role("link").first.click()
    page.locator(f".letter a[href*='{link}']").first.click()


def handle_of(request, name):
    return f"{name}_{'js' if 'no' not in request.node.name else 'html'}"


def test_who_joins_confirms_and_publishes(page, request):
    handle = handle_of(request, "nell")
    join(page, handle)
    write(page, "High water.", "The tide")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Your text is kept as a draft.")).to_be_visible()

    open_letter(page, f"{handle}@example.org", "/confirm-address/")
    page.get_by_role("button", name="Confirm this address").click()
    expect(page.get_by_text("Your draft waits: publish it.")).to_be_visible()
    page.get_by_role("button", name="Publish").click()

    expect(page.get_by_role("heading", name="The tide")).to_be_visible()


def test_a_forgotten_password_is_set_anew(page, request):
    handle = "hana" if "no" in request.node.callspec.id else "ruth"
    page.goto("/sign-in")
    page.get_by_role("link", name="Forgot it?").click()
    page.get_by_label("Email or handle").fill(handle)
    page.get_by_role("button", name="Send me a link").click()
    expect(page.get_by_text("a letter is on its way")).to_be_visible()

    open_letter(page, f"{handle}@example.org", "/forgotten-password/")
    page.get_by_label("New password").fill("nine rather loud bitterns")
    page.get_by_role("button", name="Set it and sign in").click()

    expect(page.get_by_text("Your new password is set")).to_be_visible()


def test_an_address_is_changed_and_taken_back(page, request):
    handle = "george" if "no" in request.node.callspec.id else "finn"
    sign_in(page, handle)
    page.goto("/settings/email/")
    page.get_by_label("New address").fill(f"{handle}@new.example")
    page.get_by_role("button", name="Send the letter").click()
    open_letter(page, f"{handle}@new.example", "/settings/email/")
    page.get_by_role("button", name="Use this address").click()
    expect(page.get_by_text("The new address is confirmed.")).to_be_visible()

    open_letter(page, f"{handle}@example.org", "/take-back-address/")
    page.get_by_role("button", name="Take it back").click()

    expect(page.get_by_role("heading", name="Set a new password")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/forgotten-password/", "/forgotten-password/on-its-way", "/sign-in"]
)
def test_the_pages_suit_everybody(open_window, writing_site, path):
    page = open_window(writing_site)
    page.goto(path)

    assert inaccessible(page, PHONE) == []
    assert too_wide(page, 320, 390, 1280) == []


def test_the_pages_of_a_newcomer_suit_everybody(open_window, writing_site):
    page = open_window(writing_site)
    join(page, "newcomer")
    faults = []
    for path in ("/", "/confirm-address/", "/settings/email/", "/settings/security/"):
        page.goto(path)
        faults += [*inaccessible(page, PHONE), *too_wide(page, 320, 390, 1280)]

    assert faults == []
