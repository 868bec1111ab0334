from datetime import UTC, datetime

import pytest

from app.extensions import cache, db
from tests.support.database import queries
from tests.support.site import choose
from tests.support.sitemaps import entries

INDEX = "/sitemap.xml"
FRONTS = "http://localhost/sitemaps/fronts/1.xml"


def test_it_lists_the_parts_that_have_something(client, essay):
    parts = entries(client, INDEX)

    found = {part.removeprefix("http://localhost/sitemaps/") for part in parts}
    assert found == {"fronts/1.xml", "posts/1.xml", "people/1.xml"}


def test_a_part_has_the_moment_of_its_newest_change(client, essay):
    essay.published_at = datetime(2026, 3, 1, tzinfo=UTC)
    essay.edited_at = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
    db.session.commit()

    moment = entries(client, INDEX)["http://localhost/sitemaps/posts/1.xml"]

    assert moment == "2026-03-02T08:30:00+00:00"


def test_of_an_empty_site_there_are_the_fronts(client):
    assert list(entries(client, INDEX)) == [FRONTS]


def test_pages_are_counted_once_an_hour(client, essay):
    client.get(INDEX)

    with queries(at_most=0):
        client.get(INDEX)


def test_it_asks_as_often_as_there_are_kinds_of_pages(client, essay):
    client.get("/robots.txt")
    cache.delete("sitemap")

    with queries(at_most=5):
        client.get(INDEX)


def test_any_cache_may_keep_it(client, essay):
    answer = client.get(INDEX)
    again = client.get(INDEX, headers={"If-None-Match": answer.headers["ETag"]})

    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert not {"Set-Cookie", "Vary"} & set(answer.headers.keys())
    assert (answer.mimetype, again.status_code) == ("application/xml", 304)


@pytest.mark.parametrize("tag", ['"x', "W/", "*, *", "\x01", '"' + "a" * 5000 + '"'])
def test_a_garbled_etag_is_no_etag(client, tag):
    answer = client.get(INDEX, headers={"If-None-Match": tag})

    assert answer.status_code in {200, 304}


@pytest.mark.parametrize("path", [INDEX, "/sitemaps/posts/1.xml"])
def test_who_asks_all_the_time_is_asked_to_wait(client, essay, path):
    statuses = [client.get(path).status_code for _ in range(61)]

    assert statuses == [200] * 60 + [429]


@pytest.mark.parametrize("path", [INDEX, "/sitemaps/posts/1.xml"])
def test_a_site_for_its_members_has_none(client, essay, path):
    choose(is_indexable=False)

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [INDEX, "/sitemaps/fronts/1.xml"])
def test_nor_has_one_that_nobody_has_set_up(client, empty_site, path):
    assert client.get(path).status_code == 404
