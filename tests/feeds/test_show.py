from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Limitation
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once, strangers
from tests.support.database import queries
from tests.support.feeds import SHAPES, fetch, titles


@pytest.mark.parametrize("shape", SHAPES)
def test_everybody_is_in_it_newest_first_with_their_whole_texts(
    client, ann, bob, shape
):
    publish(ann, "Old", "High *water*.", ago=timedelta(hours=3))
    publish(bob, "New", "Low.", ago=timedelta(hours=1))

    new, old = fetch(client, f"/feed.{shape}")

    assert (new["title"], new["by"], old["by"]) == (
        "New",
        "Bob Lindqvist",
        "Ann Okafor",
    )
    assert old["words"] == "<p>High <em>water</em>.</p>"
    assert old["link"] == "http://localhost/@ann/old"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_post_keeps_its_name_whatever_its_address(client, ann, essay, shape):
    [before] = fetch(client, f"/feed.{shape}")

    essay.move_to("another-slug")
    ann.claim("anna")
    db.session.commit()

    [after] = fetch(client, f"/feed.{shape}")
    assert after["link"] == "http://localhost/@anna/another-slug"
    assert after["id"] == before["id"]


@pytest.mark.parametrize(
    ("shape", "title"), [("atom", "A raisin in the bell."), ("json", "")]
)
def test_a_note_has_a_title_where_it_must(client, note, shape, title):
    assert titles(client, f"/feed.{shape}") == [title]


@pytest.mark.parametrize("shape", SHAPES)
def test_addresses_are_in_ascii(client, ann, shape):
    publish(ann, "墨水", "One.[^1]\n\n[^1]: Two.")

    [entry] = fetch(client, f"/feed.{shape}")

    assert entry["link"] == "http://localhost/@ann/%E5%A2%A8%E6%B0%B4"
    assert f'href="{entry["link"]}#fn1"' in entry["words"]


@pytest.mark.parametrize("shape", SHAPES)
def test_tags_come_along(client, essay, shape):
    essay.tag_with(["Tides", "墨水"])
    db.session.commit()

    [entry] = fetch(client, f"/feed.{shape}")

    assert entry["tags"] == ["Tides", "墨水"]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_cover_comes_along(client, essay, heron, shape):
    essay.wear(heron, alt="A grey heron")
    db.session.commit()

    answer = client.get(f"/feed.{shape}").text

    assert f"http://localhost{heron.info.small}" in answer


@pytest.mark.parametrize("shape", SHAPES)
def test_every_post_stands_on_one_page(client, ann, shape):
    written = publish_at_once(ann, 45)
    path, found = f"/feed.{shape}", []

    while path:
        answer = client.get(path)
        found += [entry["title"] for entry in fetch(client, path)]
        path = next_of(answer)

    assert sorted(found) == sorted(written)


def next_of(answer):
    """The address of the next page, as each kind of feed says it."""
    if answer.is_json or answer.mimetype == "application/feed+json":
        return answer.get_json(force=True).get("next_url")
    lines = [line for line in answer.text.splitlines() if 'rel="next"' in line]
    return lines[0].partition('href="')[2].partition('"')[0] if lines else None


def test_a_damaged_place_is_refused(client, essay):
    assert client.get("/feed.atom?after=%00'").status_code == 400


@pytest.mark.parametrize("shape", SHAPES)
def test_an_empty_site_has_an_empty_feed(client, app, shape):
    assert fetch(client, f"/feed.{shape}") == []


@pytest.mark.parametrize("audience", ["followers", "unlisted", "private"])
@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_in_it_that_not_everybody_finds(client, ann, audience, shape):
    publish(ann, "Not for all", to=audience)

    assert fetch(client, f"/feed.{shape}") == []


def gone(essay):
    essay.throw_away()


def hidden(essay):
    essay.hide()


def scheduled(essay):
    essay.unpublish()
    essay.publish(now() + timedelta(days=1))


def author_away(essay):
    essay.author.leave()


def author_suspended(essay):
    essay.author.suspend(None)


def author_limited(essay):
    db.session.add(Limitation(user_id=essay.author_id))


@pytest.mark.parametrize(
    "happens",
    [gone, hidden, scheduled, author_away, author_suspended, author_limited],
)
@pytest.mark.parametrize(
    "path", ["/feed.atom", "/@ann/feed.rss", "/tags/tides/feed.json"]
)
def test_what_is_taken_away_is_gone_from_each(client, essay, path, happens):
    essay.tag_with(["tides"])
    db.session.commit()
    etag = client.get(path).headers["ETag"]

    happens(essay)
    db.session.commit()

    again = client.get(path, headers={"If-None-Match": etag})
    assert again.status_code in {200, 404}
    assert "High water" not in again.text


@pytest.mark.parametrize(
    "path",
    [
        "/feed.atom",
        "/tags/tides/feed.rss",
        "/@ann/feed.json",
        "/@ann/the-tide-tables/comments.atom",
        "/search/feed.atom?q=water",
    ],
)
def test_search_engines_list_pages_and_no_feeds(client, essay, path):
    essay.tag_with(["tides"])
    db.session.commit()

    answer = client.get(path)

    assert answer.status_code == 200
    assert answer.headers["X-Robots-Tag"] == "noindex, noai, noimageai"


def test_an_address_and_a_script_in_a_title_are_words(client, ann):
    title = "</title><script>alert(1)</script> & ]]> “x”"
    publish(ann, title)

    assert titles(client, "/feed.atom") == titles(client, "/feed.json") == [title]


def test_twenty_authors_take_one_statement(client, app):
    for person in strangers(20):
        publish(person, f"By {person.name}")
    client.get("/feed.atom")

    with queries(at_most=1):
        found = fetch(client, "/feed.atom")

    assert len(found) == 20
