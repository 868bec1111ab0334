import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries


def test_the_list_shows_what_was_said_why_and_by_whom(browser, dan, report):
    page = browser.sign_in(dan).visit("/moderation/")

    assert page.text("article h2") == "A post by Bob Lindqvist"
    assert page.text("article blockquote") == "A raisin in the bell."
    assert page.text("article .badge") == "Advertising or spam"


def test_reports_of_one_thing_are_one_line_that_counts_them(
    browser, ann, dan, report, note
):
    ann.report(note, "spam", "")
    db.session.commit()

    page = browser.sign_in(dan).visit("/moderation/")

    assert page.texts("article .badge") == ["Advertising or spam × 2"]


def test_it_says_what_was_done_about_them_before(browser, ann, bob, dan, report):
    ann.judge(bob, "warn")
    ann.judge(bob, "dismiss")
    db.session.commit()

    assert "1 earlier act" in browser.sign_in(dan).visit("/moderation/").text("article")


@pytest.mark.parametrize(("kind", "count"), [("", 2), ("post", 1), ("person", 1)])
def test_it_is_narrowed_to_a_kind(browser, bob, cleo, dan, report, kind, count):
    cleo.report(bob, "rules", "")
    db.session.commit()

    page = browser.sign_in(dan).visit(f"/moderation/?kind={kind}")

    assert len(page.select("article")) == count


def test_a_kind_that_there_is_not_narrows_nothing(browser, dan, report):
    page = browser.sign_in(dan).visit("/moderation/?kind=weather")

    assert len(page.select("article")) == 1


def test_what_is_settled_waits_no_longer(browser, bob, dan, matter):
    dan.judge(bob, "dismiss", matter=matter)
    db.session.commit()

    assert browser.sign_in(dan).visit("/moderation/").text("h2") == "Nothing waits"


def test_nobody_finds_what_is_about_them(browser, bob, cleo, dan):
    cleo.report(dan, "rules", "He closed my report.")
    db.session.commit()

    page = browser.sign_in(dan).visit("/moderation/")

    assert not page.select("article")
    assert not page.select(".side-nav .count")


def test_the_navigation_counts_what_waits(browser, dan, report):
    page = browser.sign_in(dan).visit("/moderation/")

    assert page.text(".side-nav .count") == "1"


def test_the_menu_leads_there(browser, dan):
    assert browser.sign_in(dan).visit("/").select("#me a[href='/moderation/']")


def test_the_list_costs_the_same_however_long(browser, bob, cleo, dan):
    for number in range(25):
        cleo.report(publish(bob, body=f"Bell {number}."), "spam", "")
    db.session.commit()
    # What the site is called is asked for once a minute.
    browser.sign_in(dan).visit("/")

    with queries(at_most=6):
        page = browser.visit("/moderation/")

    assert len(page.select("article")) == 20
    assert page.select("a[rel=next]")
