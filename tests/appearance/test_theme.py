import pytest


def paper(page):
    """The paper that the page is set on; None for the device's."""
    return page.select("html")[0].get("data-theme")


def test_a_visitor_gets_the_paper_of_the_device(browser):
    assert paper(browser.visit("/")) is None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_chosen_paper_is_that_of_every_page(browser, theme):
    page = browser.visit("/settings/appearance/").submit(theme=theme)

    assert page.shows("Saved.")
    assert paper(page) == theme
    assert paper(browser.visit("/explore/")) == theme


def test_the_form_shows_what_was_chosen(browser):
    page = browser.visit("/settings/appearance/").submit(theme="dark")

    assert page.select("input[name=theme][checked]")[0]["value"] == "dark"


def test_the_way_back_is_as_the_device(browser):
    page = (
        browser.visit("/settings/appearance/").submit(theme="dark").submit(theme="auto")
    )

    assert paper(page) is None


def test_the_browser_remembers_for_a_year(browser):
    browser.visit("/settings/appearance/").submit(theme="dark")
    cookie = browser.client.get_cookie("theme")

    assert cookie.max_age == 365 * 24 * 3600
    assert cookie.http_only
    assert cookie.same_site == "Lax"


@pytest.mark.parametrize("theme", ["", "sepia", "dark ", '"><script>', "d" * 5000])
def test_an_unknown_paper_is_refused(browser, theme):
    page = browser.visit("/settings/appearance/").submit(theme=theme)

    assert page.status == 422
    assert page.select("[role=alert]")
    assert browser.client.get_cookie("theme") is None


@pytest.mark.parametrize("theme", ["sepia", '"><script>', "auto", "\u00fc"])
def test_an_unknown_paper_in_the_cookie_is_the_device_s(browser, theme):
    browser.client.set_cookie("theme", theme)

    assert paper(browser.visit("/")) is None


def test_a_member_changes_the_paper_from_the_menu(browser, ann):
    page = browser.sign_in(ann).visit("/people").submit("#me form", button="dark")

    assert page.path == "/people"
    assert paper(page) == "dark"


def test_the_menu_then_offers_the_other_paper(browser, ann):
    page = browser.sign_in(ann).visit("/people").submit("#me form", button="dark")

    assert page.text("#me form button") == "Light paper"


def test_the_paper_survives_signing_out(browser, ann):
    page = browser.sign_in(ann).visit("/").submit("#me form", button="dark")

    assert paper(page.submit("form[action='/sign-out']")) == "dark"
