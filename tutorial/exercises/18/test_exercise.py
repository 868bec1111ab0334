"""Exercise 18: ``in:drafts`` looks into one's own drawer, and into nobody else's."""

import pytest

ASKED = "/search?q=in:drafts+drawer"


def titles(page):
    return page.texts(".entry-title")


def test_its_author_finds_a_draft(browser, ann, draft, essay):
    assert titles(browser.sign_in(ann).visit(ASKED)) == ["The drawer"]


def test_it_leads_to_where_the_text_goes_on(browser, ann, draft):
    page = browser.sign_in(ann).visit(ASKED)

    address = page.select(".entry-title a")[0]["href"]
    assert page.browser.visit(address).value("title") == "The drawer"


@pytest.mark.parametrize("asked", ["in:drafts", "in:drafts+drawer", "drawer"])
def test_nobody_else_finds_it(browser, bob, draft, asked):
    assert titles(browser.visit(f"/search?q={asked}")) == []
    assert titles(browser.sign_in(bob).visit(f"/search?q={asked}")) == []


def test_what_is_out_is_not_in_the_drawer(browser, ann, draft, essay):
    page = browser.sign_in(ann).visit("/search?q=in:drafts")

    assert titles(page) == ["The drawer"]


def test_drafts_are_found_only_where_they_are_asked_for(browser, ann, draft):
    assert titles(browser.sign_in(ann).visit("/search?q=drawer")) == []


@pytest.mark.parametrize("order", ["", "&order=newest"])
def test_both_orders_know_of_it(browser, ann, draft, order):
    assert titles(browser.sign_in(ann).visit(ASKED + order)) == ["The drawer"]
