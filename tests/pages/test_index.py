"""The list of those who run the site, the bin, and texts to begin from."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Page
from app.models.columns import now
from app.web.pruning import prune
from tests.fixtures.pages import put_up
from tests.support.database import changes, queries


@pytest.fixture
def visit(browser, ann):
    return lambda: browser.sign_in(ann).visit("/pages/")


def test_it_lists_what_is_out_and_what_is_not(visit, about, rules):
    page = visit()

    assert page.texts(".feed h2") == ["About us", "Rules"]
    assert page.texts(".feed li .badge")[0] == "Published"
    assert "Draft" in page.texts(".feed li .badge")


def test_it_is_in_the_order_of_the_foot(visit, about, ann):
    put_up(ann, "Zebra", place=0)

    assert visit().texts(".feed h2") == ["Zebra", "About us"]


def test_it_costs_the_same_for_one_and_for_many(visit, ann, about):
    for number in range(5):
        put_up(ann, f"Page {number}")
    visit()

    with queries(at_most=10):
        visit()


def test_an_empty_site_is_offered_three_texts(visit):
    page = visit()

    assert page.texts("#beginnings ~ ul strong") == ["About", "Terms", "Privacy"]


def test_what_is_there_is_not_offered_again(visit, about):
    assert visit().texts("#beginnings ~ ul strong") == ["Terms", "Privacy"]


@pytest.mark.parametrize("slug", ["about", "terms", "privacy"])
def test_a_text_to_begin_from_says_that_it_has_to_be_adapted(visit, slug):
    with changes(Page, by=0):
        page = visit().browser.visit(f"/pages/new?from={slug}")

    assert page.value("slug") == slug
    assert "To be adapted" in page.value("body")
    assert "Inklings" in page.value("body")


def test_it_is_published_at_its_address(visit):
    page = visit().browser.visit("/pages/new?from=privacy")

    page = page.submit("#editor", "publish")

    assert page.path == "/pages/privacy"
    assert page.texts(".prose h2")[1] == "Cookies"


def test_an_unknown_beginning_is_an_empty_sheet(visit):
    assert visit().browser.visit("/pages/new?from=../x").value("body") == ""


def test_what_is_deleted_can_be_taken_back_at_once(visit, about):
    page = visit().browser.visit(f"/pages/{about.id}/edit").submit("#throw-away form")
    assert page.browser.visit("/about").status == 404

    page = page.submit(".notice form")

    assert page.shows("It’s back where it was.")
    assert page.browser.visit("/about").status == 200


def test_and_for_thirty_days_from_the_list(visit, about):
    about.throw_away()
    db.session.commit()

    page = visit().submit("section form[action*='bin']")

    assert page.texts(".feed h2") == ["About us"]


def test_after_that_it_is_gone(about):
    about.throw_away()
    about.deleted_at = now() - timedelta(days=31)
    db.session.commit()

    with changes(Page, by=-1):
        prune()


def test_a_page_is_taken_off_the_site_and_put_up_again(visit, about):
    page = visit().submit("form[action$='/publication/delete']")
    assert page.browser.visit("/pages/about").status == 404

    page = page.browser.visit(f"/pages/{about.id}/edit").submit("#editor", "publish")

    assert page.path == "/pages/about"
