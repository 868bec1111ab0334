"""The two lists: who asks, and whom one asked."""

from app.extensions import db
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries


def test_whom_one_asked_is_listed_with_a_way_back(browser, waiting, shy):
    page = browser.sign_in(waiting).visit("/follow-requests/sent")

    assert page.texts(".people .name") == ["Bob Lindqvist"]
    assert page.submit(".people form.follow").text(".empty h2")


def test_who_is_away_is_on_neither_list(browser, waiting, shy, cleo):
    cleo.follow(shy)
    cleo.leave()
    db.session.commit()

    assert browser.sign_in(shy).visit("/follow-requests/").texts(".people .name") == [
        "Ann Okafor"
    ]


def test_where_nobody_has_to_ask_it_says_so(browser, ann):
    page = browser.sign_in(ann).visit("/follow-requests/")

    assert page.text(".empty h2") == "Nobody has to ask"


def test_a_visitor_signs_in_first(browser, shy):
    assert "/sign-in" in browser.visit("/follow-requests/").path


def test_many_are_listed_in_pages_with_few_statements(browser, shy):
    for one in strangers(25):
        one.follow(shy)
    db.session.commit()
    page = browser.sign_in(shy).visit("/follow-requests/")

    with queries(at_most=6):
        browser.visit("/follow-requests/")

    assert len(set(turn_pages(page, ".people .name"))) == 25


def test_the_menu_leads_there_where_one_has_to_ask(browser, ann, shy):
    there = "#me a[href='/follow-requests/']"

    assert browser.sign_in(shy).visit("/").select(there)
    assert not browser.sign_in(ann).visit("/").select(there)


def test_ones_own_page_says_how_many_wait(browser, waiting, shy, ann):
    link = ".profile-head a[href='/follow-requests/']"

    assert browser.sign_in(shy).visit("/@bob").text(link) == "1 follow request"
    assert not browser.sign_in(ann).visit("/@bob").select(link)
