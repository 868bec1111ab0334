"""What a reader finds, and what nobody may."""

from urllib.parse import urlencode

import pytest

from app.extensions import db
from tests.fixtures.writing import publish

TITLES = ".entry-title"


def found(browser, typed, **more):
    asked = urlencode({"q": typed, **more})
    return browser.visit(f"/search?{asked}").texts(TITLES)


@pytest.fixture(autouse=True)
def shelf(ann, bob):
    publish(ann, "The tide tables", "High water comes twice, says the heron.")
    publish(bob, "Chains", "Oil them. A heron has nothing to do with it.")
    publish(bob, "A heron", "It stood by the kitchen door.")


def test_one_finds_it_from_any_page(browser):
    field = browser.visit("/explore/").select(".masthead-search form")[0]
    page = browser.visit(f"{field['action']}?q=kitchen")

    assert page.texts(TITLES) == ["A heron"]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("TIDE", ["The tide tables"]),
        ("tide water", ["The tide tables"]),
        ("tide chains", []),
        ('"high water"', ["The tide tables"]),
        ('"water high"', []),
        ("tabl*", ["The tide tables"]),
        ("tabl", []),
        ("title:heron", ["A heron"]),
        ("heron -kitchen -water", ["Chains"]),
        ("from:ann heron", ["The tide tables"]),
        ("from:ann", ["The tide tables"]),
        ("-from:bob heron", ["The tide tables"]),
        ("heron before:2020", []),
        ("tag:sea heron", []),
    ],
)
def test_all_of_it_has_to_be_there(browser, typed, titles):
    assert found(browser, typed) == titles


def test_a_word_in_the_title_comes_first(browser):
    assert found(browser, "heron")[0] == "A heron"


def test_the_newest_comes_first_where_that_is_asked_for(browser, ann):
    publish(ann, "Feathers", "Of a heron, I think.")

    assert found(browser, "heron", order="newest")[0] == "Feathers"
    assert found(browser, "heron")[0] == "A heron"


def test_nobody_finds_a_draft(browser, ann, draft):
    assert found(browser, "drawer") == []
    assert found(browser.sign_in(ann), "drawer") == []
    draft.publish()
    db.session.commit()
    assert found(browser, "drawer") == ["The drawer"]


def test_what_was_looked_for_is_marked(browser):
    page = browser.visit("/search?q=kitchen")

    assert page.texts("mark") == ["kitchen"]


def test_a_mark_brings_no_html_along(browser, ann):
    publish(ann, "<b>Bold</b> quince", "`<script>alert(1)</script>` quince")
    page = browser.visit("/search?q=quince")

    assert page.text(".entry-title") == "<b>Bold</b> quince"
    assert not page.select("main script, .entry b")
    assert page.texts("mark") == ["quince", "quince"]


def test_nothing_found_says_what_to_do(browser):
    page = browser.visit("/search?q=walrus")

    assert page.status == 200
    assert page.text(".empty h2") == "Nothing found"


def test_nothing_asked_says_how_to_ask(browser):
    assert browser.visit("/search").text(".search-help h2") == "Narrow it down"
