import pytest
from playwright.sync_api import expect

from tests.support.chromium import from_menu, inaccessible, too_wide
from tests.support.provider import OpenIdProvider, served_on

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def harbour():
    """A provider whom the site trusts."""
    with served_on(OpenIdProvider) as provider:
        yield provider


@pytest.fixture(scope="module")
def site(serve, harbour):
    """The address of a site that trusts the provider."""
    with serve("harbour", "seed", **harbour.settings) as address:
        yield address


@pytest.fixture
def page(open_window, site, harbour, witness, request):
    """A window on the site, which may go to the provider; each as somebody else."""
    witness.known.add(harbour.issuer)
    harbour.fault = ""
    harbour.person = {**harbour.person, "sub": request.node.name}
    return open_window(site)


def go_on(page):
    page.get_by_role("link", name="Continue with Harbour").click()


def join(page):
    page.goto("/sign-up")
    go_on(page)
    page.get_by_role("button", name="Make my account").click()
    page.get_by_role("button", name="Your menu").wait_for()


def test_who_joins_through_a_provider_comes_back_through_it(page):
    join(page)
    from_menu(page, "Sign out")
    page.goto("/sign-in?next=/drafts/")

    go_on(page)

    expect(page.get_by_role("heading", name="Drafts", exact=True)).to_be_visible()


def test_the_last_way_in_is_not_given_up(page):
    join(page)
    page.goto("/settings/identities/")
    page.get_by_role("button", name="Unlink").click()

    expect(page.get_by_role("alert")).to_contain_text("Choose a password first")


def test_the_pages_on_the_way_fit_and_can_be_read(page):
    page.goto("/sign-up")
    go_on(page)
    faults = too_wide(page, 320, 1280) + inaccessible(page)
    page.get_by_role("button", name="Make my account").click()
    page.get_by_role("button", name="Your menu").wait_for()
    page.goto("/settings/identities/")

    assert not faults + too_wide(page, 320, 1280) + inaccessible(page)


def test_who_turns_back_reads_so(page, harbour):
    harbour.fault = "cancelled"
    page.goto("/sign-in")

    go_on(page)

    expect(page.get_by_role("heading", name="You turned back")).to_be_visible()
    assert not too_wide(page, 320, 1280) + inaccessible(page)
