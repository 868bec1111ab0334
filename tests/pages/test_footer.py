"""Where pages are linked: at the foot of every page, and where people join."""

import pytest

from app.extensions import db
from app.models import Page
from app.web.edition import FileEdition
from app.web.site import forget_site
from tests.fixtures.pages import put_up
from tests.support.database import queries

FOOT = "footer.colophon nav a"


def foot_of(browser):
    return browser.visit("/explore/").texts(FOOT)


def test_a_linked_page_is_at_the_foot_of_every_page(browser, about):
    assert "About us" in foot_of(browser)


def test_they_are_in_their_order(browser, ann, about):
    put_up(ann, "Terms", place=3)
    put_up(ann, "Privacy", place=2)

    mine = [
        words for words in foot_of(browser) if words in {"About us", "Privacy", "Terms"}
    ]
    assert mine == ["About us", "Privacy", "Terms"]


@pytest.mark.parametrize("how", [{"out": False}, {"linked": False}])
def test_others_are_not(browser, ann, how):
    put_up(ann, "Hidden", **how)

    assert "Hidden" not in foot_of(browser)


def test_a_new_one_is_there_at_once(browser, ann):
    foot_of(browser)
    sheet = browser.sign_in(ann).visit("/pages/new")

    page = sheet.submit("#editor", "publish", title="Us", body="x", is_linked="y")

    assert "Us" in page.texts(FOOT)


def test_one_that_is_deleted_is_gone_at_once(browser, ann, about):
    sheet = browser.sign_in(ann).visit(f"/pages/{about.id}/edit")

    page = sheet.submit("#throw-away form")

    assert "About us" not in page.texts(FOOT)


def test_it_costs_no_statement(browser, ann, about):
    browser.visit("/sign-in")

    with queries(at_most=0):
        browser.visit("/sign-in")


def test_the_first_page_after_a_change_costs_the_one_that_it_always_did(browser, about):
    browser.visit("/sign-in")
    forget_site()

    with queries(at_most=1):
        browser.visit("/sign-in")


def test_who_joins_is_told_of_the_rules(browser, ann):
    put_up(ann, "Terms", slug="terms", linked=False)
    put_up(ann, "Privacy", slug="privacy")

    page = browser.visit("/sign-up")

    assert page.shows(
        "By joining you accept Terms. Privacy says what is kept about you."
    )


@pytest.mark.parametrize("title", ["Terms", "Privacy"])
def test_of_one_of_them_where_there_is_no_other(browser, ann, title):
    put_up(ann, title, slug=title.lower())

    page = browser.visit("/sign-up")

    assert page.texts("main form .hint a") == [title]


def test_of_none_where_there_is_none(browser):
    assert not browser.visit("/sign-up").shows("By joining")


def test_a_page_whose_author_is_gone_stays(browser, about):
    db.session.execute(db.update(Page).values(author_id=None))
    db.session.commit()

    assert "About us" in foot_of(browser)
    assert browser.visit("/pages/about").status == 200


def test_another_process_hears_of_a_change_at_once(app, browser, about):
    """What this one remembers is of an edition that is over."""
    foot_of(browser)
    site = FileEdition(app.instance_path, "edition-of-site")
    db.session.execute(db.update(Page).values(title="Who we are"))
    db.session.commit()

    site.turn()

    assert "Who we are" in foot_of(browser)
