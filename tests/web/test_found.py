"""Where search engines find each page: at one address, or nowhere."""

import pytest

from app.extensions import db
from app.web.access import is_public
from tests.fixtures.writing import publish
from tests.support.browser import Page
from tests.support.crowd import publish_at_once
from tests.web.test_closed import argument

LISTED = ["/", "/explore/", "/long-reads/", "/people", "/@ann", "/@ann/a-title"]
LISTED += ["/tags/ink", "/@ann/series/letters", "/explore/popular/", "/tags/"]
LISTED += ["/explore/featured/", "/explore/languages/", "/archive/", "/@ann/archive/"]
NOWHERE = ["/sign-in", "/sign-up", "/tags/nothing", "/no/such/page", "/@ann/followers"]


@pytest.fixture
def post(ann):
    """An article of Ann's, in a series and under a tag."""
    post = publish(ann, "A title", "Words. #ink")
    ann.series_called("Letters").append(post)
    db.session.commit()
    return post


def canonical(page):
    return [link["href"] for link in page.select("link[rel=canonical]")]


def is_nowhere(page):
    return bool(page.select("meta[name=robots][content^=noindex]"))


@pytest.mark.parametrize("path", LISTED)
@pytest.mark.parametrize("asked", ["", "?utm_source=a"])
def test_a_page_has_one_address(browser, post, path, asked):
    page = browser.visit(f"{path}{asked}")

    assert (page.status, canonical(page)) == (200, [f"http://localhost{path}"])
    assert not is_nowhere(page)


@pytest.mark.parametrize("path", NOWHERE)
def test_what_nobody_looks_for_is_listed_nowhere(browser, post, path):
    page = browser.visit(path)

    assert (is_nowhere(page), canonical(page)) == (True, [])


@pytest.mark.parametrize("path", ["/explore/", "/@ann"])
def test_the_next_page_of_a_list_is_followed_and_not_listed(browser, ann, path):
    publish_at_once(ann, 21)

    page = browser.visit(browser.visit(path).select("a[rel=next]")[0]["href"])

    robots = page.select("meta[name=robots]")[0]["content"]
    assert (robots, canonical(page)) == ("noindex, follow", [])


OF_ANN = ["/@ann", "/@ann/a-title", "/@ann/series/letters", "/@ann/archive/"]


@pytest.mark.parametrize("path", OF_ANN)
def test_who_is_not_to_be_found_is_listed_nowhere(browser, ann, post, path):
    ann.is_indexable = False
    db.session.commit()

    page = browser.visit(path)

    assert (page.status, is_nowhere(page), canonical(page)) == (200, True, [])


def test_every_open_page_is_at_one_address_or_nowhere(app, browser, post):
    """A new page says where it is found, or this test names it."""
    site = app.url_map.bind("localhost")
    unclear = set()
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods and is_public(rule.endpoint):
            parts = {name: argument(rule, name) for name in rule.arguments}
            answer = browser.client.get(site.build(rule.endpoint, parts))
            if (answer.status_code, answer.mimetype) == (200, "text/html"):
                page = Page(browser, answer)
                if len(canonical(page)) + is_nowhere(page) != 1:
                    unclear.add(rule.endpoint)
    assert not unclear, f"{unclear}: say it with ui/found.html"
