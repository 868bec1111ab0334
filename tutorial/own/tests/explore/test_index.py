"""The list of what everybody writes."""

from tests.fixtures.writing import publish


def test_an_empty_site_says_what_to_do(browser):
    assert browser.visit("/").text(".empty h2") == "No posts yet"


def test_the_newest_stands_first(browser, essay):
    publish(title="Later")  #: 6-8
    publish(essay.author, title="Later")  #: 9

    assert browser.visit("/").texts(".entry-title") == ["Later", "The tide tables"]


def test_older_ones_are_a_page_away(browser, essay):
    for number in range(20):
        publish(body=f"Note {number}")  #: 6-8
        publish(essay.author, body=f"Note {number}")  #: 9
    first = browser.visit("/")
    second = browser.visit(first.select("a[rel=next]")[0]["href"])

    assert len(first.select(".entry")) == 20
    assert second.texts(".entry-title") == ["The tide tables"]
