from datetime import timedelta

import pytest

from app.extensions import db
from app.models import sitemap
from app.models.columns import now
from tests.audience.who_sees_it import WHO_SEES_IT
from tests.fixtures.writing import publish
from tests.support.database import queries
from tests.support.sitemaps import all_pages, entries
from tests.support.states import bring_into

FRONTS = {"/", "/explore/", "/explore/popular/", "/explore/featured/", "/long-reads/"}
FRONTS |= {"/explore/languages/", "/tags/", "/archive/", "/people"}


@pytest.fixture
def post(ann):
    """An article of Ann's in a series, under a tag."""
    post = publish(ann, "Größe & <more>", "Words. #ink")
    ann.series_called("Letters").append(post)
    db.session.commit()
    return post


def test_everything_that_everybody_finds_is_in_it(client, post):
    paths = set(all_pages(client)) - FRONTS

    letters = "/@ann/gr%C3%B6%C3%9Fe-more"
    assert paths == {letters, "/@ann", "/tags/ink", "/@ann/series/letters"}


def test_each_page_is_there_and_has_that_address(browser, post):
    for path in all_pages(browser.client):
        page = browser.visit(path)
        canonical = page.select("link[rel=canonical]")[0]["href"]
        assert (page.status, canonical) == (200, f"http://localhost{page.path}")


@pytest.mark.parametrize("part", ["posts", "people", "tags", "series"])
def test_a_part_is_one_statement(client, post, part):
    client.get("/robots.txt")

    with queries(at_most=1):
        assert entries(client, f"/sitemaps/{part}/1.xml")


HIDDEN = [*(set(WHO_SEES_IT) - {"public"}), "not indexable"]


@pytest.mark.parametrize("state", sorted(HIDDEN))
def test_what_not_everybody_finds_is_nowhere_in_it(client, post, state):
    bring_into(post, state)

    assert set(all_pages(client)) == FRONTS


def test_what_was_published_elsewhere_is_found_there(client, post):
    post.canonical = "https://example.org/first"
    db.session.commit()

    assert set(all_pages(client)) - FRONTS == {
        "/@ann",
        "/tags/ink",
        "/@ann/series/letters",
    }


def test_a_part_is_a_range_of_keys(client, post, monkeypatch):
    others = [publish(post.author, f"Number {number}") for number in range(4)]
    monkeypatch.setattr(sitemap, "PART", 2)
    db.session.delete(others[1])
    db.session.commit()

    found = {_part_of(client, other) for other in (others[0], *others[2:])}

    assert found == {(other.id - 1) // 2 + 1 for other in (others[0], *others[2:])}


def _part_of(client, post):
    """The number of the part in which this post stands."""
    parts = [part for part in entries(client, "/sitemap.xml") if "/posts/" in part]
    for part in parts:
        if f"http://localhost{post.path}" in entries(
            client, part[len("http://localhost") :]
        ):
            return int(part.rpartition("/")[2].removesuffix(".xml"))
    return None


MISSING = ["posts/2.xml", "posts/0.xml", "posts/-1.xml", "posts/x.xml", "cats/1.xml"]
MISSING += [f"posts/{2**63 - 1}.xml", f"posts/{10**30}.xml", "fronts/2.xml", "posts/1"]


@pytest.mark.parametrize("part", MISSING)
def test_there_are_no_other_parts(client, post, part):
    assert client.get(f"/sitemaps/{part}").status_code == 404


def test_any_cache_may_keep_it(client, post):
    answer = client.get("/sitemaps/posts/1.xml")
    same = {"If-None-Match": answer.headers["ETag"]}

    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert not {"Set-Cookie", "Vary"} & set(answer.headers.keys())
    assert client.get("/sitemaps/posts/1.xml", headers=same).status_code == 304


def test_it_says_when_a_page_changed(client, post):
    post.edited_at = now() - timedelta(minutes=5)
    db.session.commit()

    pages = all_pages(client)

    moment = post.edited_at.isoformat(timespec="seconds")
    assert pages["/@ann/series/letters"] == moment
    assert pages["/@ann"] == post.published_at.isoformat(timespec="seconds")
