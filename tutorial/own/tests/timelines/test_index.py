"""The first page: the home of a member, and what a visitor finds."""

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries


@pytest.fixture
def written(ann, bob, cleo):
    """All three have written; Ann follows Bob."""
    for author in (ann, bob, cleo):
        publish(author, f"By {author.handle}")
    ann.follow(bob)
    db.session.commit()


def test_home_is_oneself_and_whom_one_follows_newest_first(browser, written, ann):
    page = browser.sign_in(ann).visit("/")

    assert page.texts(".entry-title") == ["By bob", "By ann"]


def test_being_followed_brings_nothing(browser, written, bob):
    assert browser.sign_in(bob).visit("/").texts(".entry-title") == ["By bob"]


def test_unfollowing_takes_away(browser, written, ann):
    browser.sign_in(ann).visit("/@bob").submit("form.follow")

    assert browser.visit("/").texts(".entry-title") == ["By ann"]


def test_a_quiet_timeline_offers_people(browser, ann):
    page = browser.sign_in(ann).visit("/")

    assert page.text(".empty h2") == "A quiet timeline"
    assert page.select(".empty a")[0]["href"] == "/people"


def test_a_visitor_reads_what_this_place_is(browser, written):
    page = browser.visit("/")

    assert page.text("h1") == "A quiet place to think out loud."
    assert page.texts(".entry-title") == ["By cleo", "By bob", "By ann"]


def test_home_takes_few_statements_however_long_it_is(browser, written, ann, bob):
    for number in range(25):
        publish(bob, f"Letter {number}")
    browser.sign_in(ann)

    with queries(at_most=3):
        page = browser.visit("/")

    assert len(page.select("article.entry")) == 20


def test_the_plan_says_which_index_is_used(app, written):
    said = app.test_cli_runner().invoke(args=["timelines", "plan", "ann"])

    assert "SEARCH post USING INDEX ix_post_listed_by (author_id=?" in said.output
