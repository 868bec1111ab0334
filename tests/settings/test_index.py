import pytest

from tests.support.database import queries

OPEN = ["Appearance", "Language and time"]
PAGES = [
    "/settings/profile/",
    "/settings/account/",
    "/settings/handle/",
    "/settings/security/",
    "/settings/appearance/",
    "/settings/language/",
    "/settings/notifications/",
    "/settings/data/",
    "/settings/leaving/",
    "/settings/leaving/for-good/",
]


def marked(page):
    """The line of the side navigation that is marked as open."""
    return page.text(".side-nav [aria-current]")


def test_members_begin_with_their_profile(browser, bob):
    assert browser.sign_in(bob).visit("/settings/").path == "/settings/profile/"


def test_visitors_begin_with_what_they_can_choose(browser, app):
    assert browser.visit("/settings/").path == "/settings/appearance/"


def test_visitors_see_only_what_they_can_choose(browser, app):
    assert browser.visit("/settings/").texts(".side-nav a") == OPEN


def test_members_see_every_page(browser, bob):
    lines = browser.sign_in(bob).visit("/settings/").texts(".side-nav a")

    assert lines[:3] == ["Profile", "Account", "Security"]
    assert "Notifications" in lines
    assert lines[-1] == "Your data"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_where_one_is(browser, bob, path):
    page = browser.sign_in(bob).visit(path)

    assert (page.status, page.path) == (200, path)
    assert len(page.select(".side-nav [aria-current]")) == 1


@pytest.mark.parametrize("path", ["/settings/handle/", "/settings/leaving/"])
def test_the_pages_of_the_account_are_below_it(browser, bob, path):
    assert marked(browser.sign_in(bob).visit(path)) == "Account"


def test_every_line_leads_straight_to_its_page(browser, bob):
    lines = browser.sign_in(bob).visit("/settings/account/").select(".side-nav a")

    answers = [browser.client.get(str(line["href"])) for line in lines]

    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_the_database_for_much(browser, bob, path):
    browser.sign_in(bob)

    with queries(at_most=6):
        browser.client.get(path)


@pytest.mark.parametrize("old", ["/profile", "/profile/edit"])
def test_the_old_address_of_the_profile_leads_on(browser, bob, old):
    assert browser.sign_in(bob).visit(old).path == "/settings/profile/"


@pytest.mark.parametrize(
    "path",
    [p for p in PAGES if p not in {"/settings/appearance/", "/settings/language/"}],
)
def test_the_other_pages_are_for_members(browser, app, path):
    assert browser.visit(path).path == f"/sign-in?next={path}"
