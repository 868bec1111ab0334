"""What the site says of itself, and of what is not there."""


def test_the_site_says_what_it_is(browser):
    assert browser.visit("/about").text("h1") == "A quiet place to think out loud"


def test_what_is_not_there_has_a_page_that_says_so(browser):
    page = browser.visit("/nothing-here")

    assert page.status == 404
    assert page.text("h1") == "Someone spilled something"
