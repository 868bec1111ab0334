from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Site
from app.web.site import forget_site
from tests.fixtures.writing import publish
from tests.support.crowd import strangers
from tests.support.database import queries


def test_a_visitor_reads_what_this_place_is(browser, app):
    page = browser.visit("/")

    assert page.text("h1") == "A quiet place."
    assert page.texts(".hero .button") == ["Start writing", "Read first"]
    assert page.value("csrf_token") is None


def test_a_visitor_sees_what_was_just_written(browser, essay, note):
    page = browser.visit("/")

    assert page.text(".entry h2") == "The tide tables"
    assert page.text(".entry-note") == "A raisin in the bell."


def test_a_visitor_sees_no_drafts(browser, draft, binned):
    assert not browser.visit("/").select("article.entry")


def test_a_handful_of_posts_is_enough_for_the_front_page(browser, ann):
    for number in range(8):
        publish(ann, f"Wave {number}")

    assert len(browser.visit("/").select("article.entry")) == 6


def test_what_was_chosen_leads_and_a_few_more_stand_beside_it(browser, ann, dan):
    for number in range(6):
        dan.feature(publish(ann, f"Wave {number}", ago=timedelta(days=90)))
        db.session.commit()

    page = browser.visit("/")

    assert page.text(".chosen .entry--lead h2") == "Wave 5"
    assert page.texts(".chosen .feed h2") == ["Wave 4", "Wave 3", "Wave 2"]


def test_what_people_like_stands_beside_what_is_new(browser, ann, bob, essay):
    for number in range(7):
        publish(ann, f"Wave {number}", ago=timedelta(minutes=1))
    bob.like(essay)
    db.session.commit()

    page = browser.visit("/")

    assert page.texts(".rail ol a") == ["The tide tables"]
    assert "The tide tables" not in page.texts(".entry h2")


def test_each_post_is_on_it_once(browser, dan, bob, essay):
    dan.feature(essay)
    bob.like(essay)
    db.session.commit()

    page = browser.visit("/")

    assert len(page.select(f'main a[href="{essay.path}"]:not([aria-hidden])')) == 2
    assert not page.select("#liked")


def test_it_says_what_people_write_about_the_most_used_first(browser, ann, bob):
    publish(ann, "One", "On #Tea and #rain.")
    publish(bob, "Two", "On #tea.")

    page = browser.visit("/")

    assert page.texts(".rail a.tag") == ["tea", "rain"]
    assert page.select(".rail a.tag")[0]["href"] == "/tags/tea"


@pytest.mark.parametrize(
    ("joining", "ways"),
    [
        ("open", ["Join", "Sign in"]),
        ("invitation", ["Join", "Sign in"]),
        ("request", ["Ask to join", "Sign in"]),
        ("closed", ["Sign in"]),
    ],
)
def test_it_offers_the_ways_in_that_there_are(browser, app, joining, ways):
    db.session.get(Site, 1).joining = joining
    db.session.commit()
    forget_site()

    assert browser.visit("/").texts("[aria-labelledby=join] .button") == ways


def test_a_new_site_says_what_it_is_and_shows_no_empty_shelves(browser, app):
    page = browser.visit("/")

    assert page.texts("main h2") == [
        "What this place is",
        "Come and write something down",
    ]


def test_it_leaves_nothing_in_the_browser_and_may_be_kept(browser, essay):
    answer = browser.visit("/").answer

    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-cache"


def test_the_front_page_takes_few_statements(browser, dan, bob):
    for number, person in enumerate(strangers(20)):
        post = publish(person, f"By {person.name}", "On #tea.")
        if number % 2:
            dan.feature(post)
        bob.like(post)
    db.session.commit()
    browser.visit("/")

    with queries(at_most=3):
        browser.visit("/")
