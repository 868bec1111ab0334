from datetime import timedelta

import pytest

from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once, strangers, turn_pages
from tests.support.database import queries


def test_everybody_is_read_here_newest_first(browser, ann, bob, cleo):
    for hours, author in enumerate((cleo, ann, bob)):
        publish(author, f"By {author.handle}", ago=timedelta(hours=hours))

    assert browser.visit("/explore/").texts(".feed h2") == [
        "By cleo",
        "By ann",
        "By bob",
    ]


def test_a_member_reads_everybody_too_followed_or_not(browser, dan, essay, note):
    page = browser.sign_in(dan).visit("/explore/")

    assert len(page.select("article.entry")) == 2
    assert page.text("nav.tabs a[aria-current]") == "Newest"


def test_an_empty_site_offers_a_sheet(browser, app):
    page = browser.visit("/explore/")

    assert page.text(".empty h2") == "No posts yet"
    assert page.select(".empty a")[0]["href"] == "/posts/new"


def test_every_post_is_shown_once(browser, ann):
    titles = publish_at_once(ann, 45)

    found = turn_pages(browser.visit("/explore/"), ".feed h2")

    assert sorted(found) == sorted(titles)


def test_the_last_page_leads_back_to_the_newest(browser, ann):
    publish_at_once(ann, 25)
    first = browser.visit("/explore/")

    last = browser.visit(first.select("a[rel=next]")[0]["href"])

    assert first.texts("nav[aria-label=Pages] a") == ["Older"]
    assert last.texts("nav[aria-label=Pages] a") == ["Newest"]


def test_exactly_one_page_has_no_older_one(browser, ann):
    publish_at_once(ann, 20)

    assert not browser.visit("/explore/").select("nav[aria-label=Pages]")


def test_a_scheduled_post_appears_by_itself(browser, ann):
    publish(ann, "Tomorrow", ago=timedelta(seconds=-60))
    publish(ann, "Just now", ago=timedelta())

    assert browser.visit("/explore/").texts(".feed h2") == ["Just now"]


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
def test_twenty_authors_take_few_statements(browser, reader, most, request):
    for person in strangers(20):
        publish(person, f"By {person.name}")
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit("/explore/")

    with queries(at_most=most):
        page = browser.visit("/explore/")

    assert len(page.select("article.entry")) == 20
