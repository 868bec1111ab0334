"""What is shown where something goes wrong."""

import pytest


@pytest.mark.parametrize("path", ["/nowhere", "/posts/7", "/posts/7/edit", "/posts/x"])
def test_an_address_that_leads_nowhere_has_a_kind_page(browser, path):
    page = browser.visit(path)

    assert page.status == 404
    assert page.text("h1") == "Someone spilled something"


def test_a_form_from_elsewhere_is_refused(browser):
    page = browser.send("/posts", {"body": "Buy umbrellas."})

    assert page.status == 400
    assert page.text("h1") == "That didn’t arrive in one piece"
    assert browser.visit("/").texts(".entry") == []


def test_nobody_deletes_by_following_a_link(browser):
    browser.visit("/posts/new").submit(body="Still here.")

    assert browser.visit("/posts/1/delete").status == 405
    assert browser.visit("/posts/1").text(".prose") == "Still here."
