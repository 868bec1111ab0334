"""Exercise 14: the newest conversation first, for whoever asks for it."""

import pytest

from app.extensions import db
from tests.support.database import queries


@pytest.fixture
def talk(essay, bob):
    """Two answers to the essay; the first one has two answers of its own."""
    first = bob.comment_on(essay, "First")
    for words in ("Why?", "Because."):
        essay.author.comment_on(essay, words, first)
    bob.comment_on(essay, "Second")
    db.session.commit()
    return essay.path


def said(page):
    return page.texts(".comment > .prose")


def test_who_asks_for_nothing_reads_from_the_beginning(browser, talk):
    assert said(browser.visit(talk)) == ["First", "Why?", "Because.", "Second"]


def test_the_newest_conversation_comes_first_and_answers_stay_in_order(browser, talk):
    page = browser.visit(f"{talk}?sort=newest")

    assert said(page) == ["Second", "First", "Why?", "Because."]


def test_what_nobody_knows_is_the_usual_order(browser, talk):
    page = browser.visit(f"{talk}?sort=loudest")

    assert page.status == 200
    assert said(page)[0] == "First"


def test_a_link_leads_there_and_back(browser, talk):
    there = browser.visit(talk).follow("Newest")
    back = there.follow("Oldest first")

    assert (said(there)[0], said(back)[0]) == ("Second", "First")


def test_it_costs_no_statement_more(browser, talk):
    with queries(at_most=2):
        browser.visit(f"{talk}?sort=newest")
