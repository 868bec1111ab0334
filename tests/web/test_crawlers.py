"""What machines are asked with every page."""

import pytest

from app.web.page_cache import PageCache
from tests.fixtures.writing import publish
from tests.support.site import choose

PAGES = ["/", "/explore/", "/@ann", "/@ann/the-tide-tables", "/no/such/page"]
LEARN_NOTHING = "noai, noimageai"


@pytest.mark.parametrize("path", PAGES)
def test_nobody_learns_from_a_page_unless_the_site_says_so(client, essay, path):
    headers = client.get(path).headers

    assert headers["X-Robots-Tag"] == LEARN_NOTHING
    assert headers["TDM-Reservation"] == "1"


def test_a_site_may_be_open_to_all(client, essay):
    choose(ai_crawlers="all")

    headers = client.get("/@ann/the-tide-tables").headers

    assert not {"X-Robots-Tag", "TDM-Reservation"} & set(headers.keys())


@pytest.mark.parametrize("path", PAGES)
def test_a_site_for_its_members_is_listed_nowhere(client, essay, path):
    choose(is_indexable=False, ai_crawlers="all")

    assert client.get(path).headers["X-Robots-Tag"] == "noindex"


def test_a_page_that_is_kept_says_it_again(client, essay):
    tag = client.get("/explore/").headers["ETag"]

    again = client.get("/explore/", headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.headers["X-Robots-Tag"] == LEARN_NOTHING


def test_what_a_page_says_of_itself_stays(client, ann):
    post = publish(ann, "A draft", to="private")
    token = post.show_by_link()

    said = client.get(f"/shared/{token}").headers["X-Robots-Tag"]

    assert said.startswith("noindex, nofollow, ")


@pytest.mark.parametrize("path", ["/feed.atom", "/@ann/feed.json"])
def test_a_feed_says_once_that_it_is_not_listed(client, essay, path):
    choose(is_indexable=False)

    said = client.get(path).headers["X-Robots-Tag"]

    assert said == f"noindex, {LEARN_NOTHING}"


def test_so_does_one_that_is_known_to_others(app, client, essay, monkeypatch):
    monkeypatch.setattr(app, "wsgi_app", PageCache(app, seconds=60))
    tag = client.get("/explore/").headers["ETag"]
    choose(ai_crawlers="none", is_indexable=False)

    again = client.get("/explore/", headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.headers["X-Robots-Tag"] == "noindex, noai, noimageai"
