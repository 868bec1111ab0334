import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries
from tests.support.feeds import SHAPES, fetch, titles


@pytest.mark.parametrize("shape", SHAPES)
def test_it_has_what_one_author_published(client, essay, note, shape):
    [entry] = fetch(client, f"/@ann/feed.{shape}")

    assert entry["by"] == "Ann Okafor"


def test_whoever_cannot_be_searched_for_has_a_feed(client, ann, essay):
    ann.is_indexable = False
    db.session.commit()

    assert titles(client, "/@ann/feed.atom") == ["The tide tables"]


def test_the_bio_is_its_subtitle(client, ann, essay):
    ann.describe(name="Ann", bio="I *write* & wait.", location="", links=[])
    db.session.commit()

    assert client.get("/@ann/feed.json").get_json(force=True)["description"] == (
        "I write & wait."
    )


@pytest.mark.parametrize("path", ["/@anna/feed.atom", "/@ANNA/feed.atom?after=1-2"])
def test_an_old_handle_leads_to_the_feed_of_now(client, ann, essay, path):
    ann.claim("anna")
    ann.claim("ann2")
    db.session.commit()

    answer = client.get(path)

    query = path.partition("?")[2]
    assert answer.status_code == 301
    assert answer.location == "/@ann2/feed.atom" + (f"?{query}" if query else "")


@pytest.mark.parametrize("path", ["/@nobody/feed.atom", "/@ann/feed.xml"])
def test_who_or_what_is_not_there_has_none(client, ann, path):
    assert client.get(path).status_code == 404


def test_a_deleted_account_is_gone(client, ann, essay):
    ann.leave(for_good=True)
    db.session.commit()

    assert client.get("/@ann/feed.atom").status_code == 404


def test_it_takes_two_statements(client, ann):
    for number in range(20):
        publish(ann, f"No. {number}")
    etag = client.get("/@ann/feed.atom").headers["ETag"]

    with queries(at_most=2):
        client.get("/@ann/feed.rss")
    with queries(at_most=2):
        client.get("/@ann/feed.atom", headers={"If-None-Match": etag})


def test_programs_and_people_find_it_on_the_profile(browser, ann):
    page = browser.visit("/@ann")

    feeds = [link["href"] for link in page.select("link[rel=alternate]")]
    assert feeds == ["http://localhost/@ann/feed.atom", "http://localhost/feed.atom"]
    assert page.select("header a[href='/@ann/feed.atom']")
