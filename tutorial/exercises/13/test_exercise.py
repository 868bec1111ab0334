"""Exercise 13: a feed of what one person writes."""

from tests.fixtures.writing import publish


def test_it_holds_what_one_person_wrote(browser, essay, bob):
    publish(bob, "Bells")
    words = browser.client.get("/@ann/feed.atom").text

    assert "<title>The tide tables</title>" in words
    assert "Bells" not in words


def test_it_says_whose_it_is_and_where_its_page_is(browser, essay):
    words = browser.client.get("/@ann/feed.atom").text

    assert "<title>Ann Okafor · Inklings</title>" in words
    assert 'type="text/html" href="http://127.0.0.1:5000/@ann"' in words


def test_whoever_has_it_gets_nothing_twice(browser, essay):
    etag = browser.client.get("/@ann/feed.atom").headers["ETag"]
    again = browser.client.get("/@ann/feed.atom", headers={"If-None-Match": etag})

    assert again.status_code == 304


def test_nobody_has_no_feed(browser, app):
    assert browser.visit("/@nobody/feed.atom").status == 404


def test_programs_find_it_in_the_head_of_the_profile(browser, essay):
    [link] = browser.visit("/@ann").select("head link[type='application/atom+xml']")

    assert link["href"] == "http://127.0.0.1:5000/@ann/feed.atom"
