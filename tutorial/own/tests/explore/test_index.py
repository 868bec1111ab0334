"""The list of what everybody writes."""

from app.extensions import db  #: 13
from tests.fixtures.writing import publish
from tests.support.database import statements  #: 9


def test_an_empty_site_says_what_to_do(browser):
    assert browser.visit("/explore/").text(".empty h2") == "No posts yet"


def test_the_newest_stands_first(browser, essay):
    publish(title="Later")  #: 7-8
    publish(essay.author, title="Later")  #: 9

    titles = browser.visit("/explore/").texts(".entry-title")

    assert titles == ["Later", "The tide tables"]


def test_older_ones_are_a_page_away(browser, essay):
    for number in range(20):
        publish(body=f"Note {number}")  #: 7-8
        publish(essay.author, body=f"Note {number}")  #: 9
    first = browser.visit("/explore/")
    second = browser.visit(first.select("a[rel=next]")[0]["href"])

    assert len(first.select(".entry")) == 20
    assert second.texts(".entry-title") == ["The tide tables"]


def test_every_post_is_on_one_page_of_the_list(browser, essay):
    for number in range(45):
        publish(body=f"Note {number}")  #: 7-8
        publish(essay.author, body=f"Note {number}")  #: 9
    page = browser.visit("/explore/")
    found = page.texts(".entry-note")
    while page.texts("a[rel=next]"):
        page = page.follow("Older")
        found += page.texts(".entry-note")

    assert found == [f"Note {number}" for number in reversed(range(45))]
#: 9


def test_a_long_list_costs_no_more_than_a_short_one(browser, essay, bob):
    with statements() as for_one:
        browser.visit("/explore/")
    for author in [essay.author, bob] * 3:
        publish(author)
    with statements() as for_seven:
        browser.visit("/explore/")

    assert len(for_seven) == len(for_one)
#:
#: 13


def test_an_old_draft_that_comes_out_today_stands_on_top(browser, ann, draft):
    publish(ann, title="Bells")
    draft.publish()
    db.session.commit()

    assert browser.visit("/").texts(".entry-title") == ["The drawer", "Bells"]


def test_nothing_is_shown_twice_when_something_new_comes(browser, essay):
    for number in range(20):
        publish(essay.author, title=f"Note {number}")
    first = browser.visit("/explore/")
    publish(essay.author, title="New meanwhile")
    second = browser.visit(first.select("a[rel=next]")[0]["href"])

    assert second.texts(".entry-title") == ["The tide tables"]


def test_texts_of_one_moment_are_told_apart(browser, essay):
    for number in range(29):
        publish(essay.author, title=f"Note {number}").published_at = essay.published_at
    db.session.commit()
    first = browser.visit("/explore/")
    second = browser.visit(first.select("a[rel=next]")[0]["href"])

    assert len({*first.texts(".entry-title"), *second.texts(".entry-title")}) == 30


def test_a_damaged_link_says_so(browser, app):
    assert browser.visit("/explore/?after=there").status == 400
#:
