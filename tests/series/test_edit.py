import pytest

from app.extensions import db
from app.models import Post, Series
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.database import changes, queries


@pytest.fixture
def page(browser, ann, letters):
    """The page where Ann looks after her series."""
    return browser.sign_in(ann).visit(f"/series/{letters.id}/edit")


def test_ones_own_series_are_listed(browser, ann, letters, parts):
    parts["First"].throw_away()
    db.session.commit()

    page = browser.sign_in(ann).visit("/series/")

    assert page.texts("article h2") == ["The fig letters"]
    assert page.text("article .meta").startswith("2 posts")


def test_without_one_the_page_says_how_to_begin(browser, bob):
    assert browser.sign_in(bob).visit("/series/").text(".empty h2") == "No series"


def test_words_change_and_the_address_stays(page, letters):
    page = page.submit("#series", title="Letters", summary="About figs.")

    shown = page.browser.visit("/@ann/series/the-fig-letters")
    assert shown.text("h1") == "Letters"
    assert shown.shows("About figs.")


def test_a_series_has_a_title(page):
    page = page.submit("#series", title=" ", summary="Typed.")

    assert (page.status, page.value("summary")) == (422, "Typed.")
    assert page.text("#title-error") == "Give the series a title."


def test_a_series_goes_and_its_posts_stay(page):
    with changes(Series, by=-1), changes(Post, by=0):
        page = page.submit("#take-apart form")

    assert page.shows("The series is gone. Its posts are where they were.")
    assert page.browser.visit("/@ann/second").status == 200


def test_drafts_among_the_parts_are_marked(page, parts):
    parts["Second"].unpublish()
    db.session.commit()

    page = page.browser.visit(page.path)

    assert page.texts(".parts p") == ["First", "Second Draft", "Third"]


@pytest.mark.parametrize("verb", ["", "/delete"])
def test_a_series_of_somebody_else_cannot_be_changed(app, page, bob, letters, verb):
    browser = Browser(app.test_client()).sign_in(bob)
    token = browser.visit("/").value("csrf_token")

    answer = browser.send(f"/series/{letters.id}{verb}", {"csrf_token": token})

    assert answer.status == 404
    assert browser.visit(f"/series/{letters.id}/edit").status == 404


def test_the_list_of_series_takes_few_statements(browser, ann, letters):
    for number in range(5):
        ann.series_called(f"More {number}").append(publish(ann, f"Part {number}"))
    db.session.commit()
    browser.sign_in(ann).visit("/series/")

    with queries(at_most=2):
        browser.visit("/series/")
