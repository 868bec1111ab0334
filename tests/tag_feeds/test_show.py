import pytest

from app.extensions import db
from tests.support.database import queries
from tests.support.feeds import SHAPES, titles


@pytest.fixture
def tides(essay):
    """Ann's essay, with two tags."""
    essay.tag_with(["Tides", "墨水"])
    db.session.commit()
    return essay


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("tag", ["tides", "墨水"])
def test_it_has_what_stands_under_the_tag(client, tides, note, tag, shape):
    assert titles(client, f"/tags/{tag}/feed.{shape}") == ["The tide tables"]


def test_every_spelling_leads_to_one_address(client, tides):
    answer = client.get("/tags/%23Tides/feed.atom")

    assert (answer.status_code, answer.location) == (301, "/tags/tides/feed.atom")


@pytest.mark.parametrize("name", ["nothing", "..", "%00", "%2e%2e", "a%20b%00"])
def test_a_tag_that_nobody_used_has_none(client, tides, name):
    assert client.get(f"/tags/{name}/feed.atom").status_code in {301, 404}


def test_a_tag_of_what_is_only_for_some_has_none(client, tides):
    tides.show_to("followers")
    db.session.commit()

    assert client.get("/tags/tides/feed.atom").status_code == 404


def test_it_takes_two_statements(client, tides):
    client.get("/tags/tides/feed.atom")

    with queries(at_most=2):
        client.get("/tags/tides/feed.rss")


def test_programs_and_people_find_it_on_the_page(browser, tides):
    page = browser.visit("/tags/tides")

    found = page.select("link[rel=alternate]")[0]
    assert found["href"] == "http://localhost/tags/tides/feed.atom"
    assert page.select("main a[href='/tags/tides/feed.atom']")
