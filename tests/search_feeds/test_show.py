from datetime import timedelta
from urllib.parse import quote

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries
from tests.support.feeds import SHAPES, fetch, titles


@pytest.mark.parametrize("shape", SHAPES)
def test_it_has_what_is_found_newest_first(client, ann, bob, shape):
    publish(ann, "A heron in autumn")
    publish(bob, "Gulls", "No such bird.")
    publish(bob, "Again", "One more heron.", ago=timedelta())

    assert titles(client, f"/search/feed.{shape}?q=heron") == [
        "Again",
        "A heron in autumn",
    ]


def test_operators_count(client, ann, bob):
    publish(ann, "A heron")
    publish(bob, "Another heron")

    assert titles(client, "/search/feed.atom?q=heron+from:bob") == ["Another heron"]


@pytest.mark.parametrize("audience", ["followers", "unlisted", "private"])
def test_what_is_not_for_everybody_is_not_found(browser, ann, audience):
    publish(ann, "A heron", to=audience)

    path = "/search/feed.atom?q=heron"
    assert fetch(browser.sign_in(ann).client, path) == []


def test_nor_is_what_was_thrown_away_or_whoever_does_not_want_to_be(client, ann, bob):
    publish(ann, "A heron").throw_away()
    publish(bob, "Another heron")
    bob.is_indexable = False
    db.session.commit()

    assert fetch(client, "/search/feed.atom?q=heron") == []


@pytest.mark.parametrize(
    "asked", ["", "in:saved heron", "in:drafts", "-heron", '"', "from:"]
)
def test_what_looks_for_nothing_has_none(client, ann, asked):
    assert client.get(f"/search/feed.atom?q={quote(asked)}").status_code == 404


@pytest.mark.parametrize(
    "asked",
    [
        "\x00a",
        "a" * 10_000,
        "';--",
        "NEAR(a b",
        'a*"b',
        "\U0001f600",
        "\ufffe",
        "</title>",
    ],
)
def test_whatever_is_asked_for_it_is_a_feed(client, ann, asked):
    answer = client.get(f"/search/feed.atom?q={quote(asked)}")

    assert answer.status_code in {200, 404}
    if answer.status_code == 200:
        assert fetch(client, f"/search/feed.atom?q={quote(asked)}") == []


def test_every_page_is_of_the_same_search(client, ann):
    for number in range(21):
        publish(ann, f"Heron {number}")

    first = client.get("/search/feed.json?q=heron+-gull").get_json(force=True)

    assert "q=heron+-gull" in first["next_url"]
    assert len(fetch(client, first["next_url"])) == 1


def test_it_takes_one_statement(client, ann):
    for number in range(20):
        publish(ann, f"Heron {number}")
    etag = client.get("/search/feed.atom?q=heron").headers["ETag"]

    with queries(at_most=1):
        client.get("/search/feed.rss?q=heron")
    with queries(at_most=1):
        client.get("/search/feed.atom?q=heron", headers={"If-None-Match": etag})


def test_programs_and_people_find_it_on_the_page(browser, ann):
    page = browser.visit("/search?q=heron+%22a+b%22")

    path = page.select("main a[type]")[0]["href"]
    assert page.select("link[rel=alternate]")[0]["href"] == f"http://localhost{path}"
    assert titles(browser.client, path) == []
