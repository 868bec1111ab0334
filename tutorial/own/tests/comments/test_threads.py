"""What was said, as a tree, and what it costs."""

import pytest

from app.extensions import db
from app.web.threads import thread_below
from tests.fixtures.cast import join
from tests.support.database import queries


@pytest.fixture
def crowd(app):
    """Ten people who talk."""
    return [join(f"reader{number}", f"Reader {number}") for number in range(10)]


def talk(post, people, *, levels):
    """Everybody says something, and each answers the one before, a while."""
    said = None
    for number, person in enumerate(people):
        above = said if number % levels else None
        said = person.comment_on(post, f"Number {number}", above)
    db.session.commit()


def test_a_page_costs_the_same_however_much_was_said(browser, essay, crowd):
    talk(essay, crowd * 5, levels=3)

    with queries(at_most=2):
        page = browser.visit(essay.path)
    assert len(page.select(".comment")) == 50


def test_answers_stand_below_what_they_answer(essay, crowd):
    talk(essay, crowd[:5], levels=3)
    said = [
        (one.comment.body, [answer.comment.body for answer in one.answers])
        for one in thread_below(essay)
    ]

    assert said == [("Number 0", ["Number 1"]), ("Number 3", ["Number 4"])]


def test_a_ladder_without_end_is_four_levels(browser, essay, crowd):
    talk(essay, crowd * 30, levels=300)
    page = browser.visit(essay.path)

    assert len(page.select(".comment")) == 300
    assert page.select(".comment " * 4)
    assert not page.select(".comment " * 5)


def test_what_is_gone_and_unanswered_leaves_no_trace(essay, bob):
    first = bob.comment_on(essay, "First")
    second = bob.comment_on(essay, "Second", first)
    for comment in (first, second):
        essay.remove(comment)
    db.session.commit()

    assert thread_below(essay) == []
