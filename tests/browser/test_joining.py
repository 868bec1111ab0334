"""Every way into a site, with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from tests.accounts.test_create import ZOE
from tests.support.chromium import DESK, PHONE, inaccessible, sign_in, too_wide

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def own_site(serve):
    """A demo site of its own: who may join it changes."""
    with serve("joining", "seed") as address:
        yield address


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def window(request, open_window, own_site):
    """A fresh window on that site: ``window("ann")`` is signed in."""

    def start(who=""):
        page = open_window(own_site, java_script_enabled=request.param)
        if who:
            sign_in(page, who)
        return page

    start.name = f"zoe{request.param:d}"
    return start


def let_in(window, who):
    """Have Ann choose who may join."""
    page = window("ann")
    page.goto("/admin/site/")
    page.get_by_label(who, exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    return page


def fill(page, handle, **more):
    for name, text in {**ZOE, "handle": handle, **more}.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("main form button.button--ink").click()


def test_somebody_asks_and_is_let_in(window):
    admin, visitor = let_in(window, "Whoever asks and is let in"), window()
    visitor.goto("/sign-up")
    fill(visitor, f"{window.name}a", reason="I like to read slowly.")
    expect(visitor.locator("h1")).to_have_text("Your request is on its way")
    sign_in(visitor, f"{window.name}a", ZOE["password"])
    expect(visitor.locator("h1")).to_have_text("Your request is being read")

    admin.goto("/admin/requests/")
    admin.get_by_role("button", name="Let in").first.click()

    expect(admin.get_by_role("status")).to_contain_text("Zoë Ferrer is in.")
    sign_in(visitor, f"{window.name}a", ZOE["password"])
    expect(visitor.locator(".avatar-button")).to_be_visible()


def test_somebody_is_invited_and_comes(window):
    let_in(window, "Whoever is invited")
    bob, visitor = window("bob"), window()
    bob.goto("/settings/invitations/")
    bob.get_by_label("For whom").fill("for Zoë")
    bob.get_by_role("button", name="Make an invitation").click()
    link = bob.locator(".setting code").first.inner_text()
    visitor.goto("/sign-up")
    visitor.get_by_label("Invitation code").fill(link.rpartition("/")[2])
    visitor.get_by_role("button", name="Go on").click()
    expect(visitor.get_by_role("status")).to_contain_text("Bob Lindqvist invites you.")

    fill(visitor, f"{window.name}b")

    expect(visitor.locator(".avatar-button")).to_be_visible()


@pytest.mark.parametrize(
    "who", ["Everybody", "Whoever is invited", "Whoever asks and is let in"]
)
def test_every_door_is_for_everybody(open_window, own_site, who):
    def window(_who=""):
        page = open_window(own_site)
        sign_in(page, "ann")
        return page

    let_in(window, who)
    page = open_window(own_site)

    page.goto("/sign-up")

    assert not inaccessible(page, PHONE, DESK) + too_wide(page, 320, 390, 1280)


def test_a_closed_door_says_so(window):
    let_in(window, "Nobody at present")
    page = window()

    page.goto("/sign-up")

    expect(page.locator("h1")).to_have_text("The door is closed")
