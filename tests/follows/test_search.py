"""Somebody on a long list, and what there is between them and the reader."""

import pytest

from app.extensions import db
from tests.fixtures.cast import join
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries

NAMES = ".people .name"


@pytest.fixture
def crowd(ann):
    """25 strangers and Zoë, who all follow Ann."""
    people = [*strangers(25), join("zo", "Zoë Ferrer")]
    for one in people:
        one.follow(ann)
    db.session.commit()
    return people


@pytest.mark.parametrize("words", ["zo", "@zo", "Zoe", "ZOË F", " zoë "])
def test_somebody_is_found_by_handle_or_name(browser, crowd, words):
    page = browser.visit(f"/@ann/followers?q={words}")

    assert page.texts(NAMES) == ["Zoë Ferrer"]


def test_the_search_is_a_form_that_keeps_what_was_typed(browser, crowd):
    page = browser.visit("/@ann/followers?q=zoe")

    assert page.value("q") == "zoe"
    assert page.select("main form[role=search]")[0]["action"] == "/@ann/followers"


def test_a_search_has_pages_too(browser, crowd):
    found = turn_pages(browser.visit("/@ann/followers?q=stranger"), NAMES)

    assert len(found) == len(set(found)) == 25


def test_nobody_is_found_in_the_middle_of_a_name(browser, crowd):
    page = browser.visit("/@ann/followers?q=errer")

    assert page.text(".empty h2") == "Nobody called that"


@pytest.mark.parametrize("words", ["%", "_", "'", '"', "\\", "%00", "a" * 500, "🐙"])
def test_whatever_is_typed_is_looked_up(browser, crowd, words):
    assert browser.visit(f"/@ann/followers?q={words}").status == 200


def test_a_short_list_needs_no_search(browser, ann, bob):
    bob.follow(ann)
    db.session.commit()

    assert not browser.visit("/@ann/followers").select("main form[role=search]")


def test_a_search_takes_no_more_statements(browser, crowd, bob):
    browser.sign_in(bob).visit("/")

    with queries(at_most=6):
        browser.visit("/@ann/followers?q=stranger")


def test_marks_say_who_follows_whom(browser, ann, bob, cleo, dan):
    for one, other in ((bob, ann), (cleo, ann), (dan, bob), (bob, dan)):
        one.follow(other)
    cleo.follow(bob)
    db.session.commit()

    page = browser.sign_in(bob).visit("/people")

    assert sorted(page.texts(".people .badge")) == [
        "Follows you",
        "You follow each other",
    ]


def test_who_is_apart_from_the_reader_is_not_listed(browser, ann, bob, eve):
    for one in (bob, eve):
        one.follow(ann)
    eve.block(bob)
    db.session.commit()

    assert browser.sign_in(bob).visit("/@ann/followers").texts(NAMES) == [
        "Bob Lindqvist"
    ]
