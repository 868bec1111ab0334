import pytest

from app.extensions import db
from tests.support.database import queries
from tests.support.feeds import SHAPES, titles


@pytest.mark.parametrize("shape", SHAPES)
def test_it_has_the_parts_newest_first(client, letters, note, shape):
    path = f"/@ann/series/the-fig-letters/feed.{shape}"

    assert titles(client, path) == ["Third", "Second", "First"]


def test_a_part_that_is_only_for_some_is_not_in_it(client, parts):
    parts["Second"].show_to("followers")
    db.session.commit()

    assert titles(client, "/@ann/series/the-fig-letters/feed.atom") == [
        "Third",
        "First",
    ]


def test_a_series_of_nothing_that_all_find_has_none(client, parts):
    for post in parts.values():
        post.throw_away()
    db.session.commit()

    assert client.get("/@ann/series/the-fig-letters/feed.atom").status_code == 404


def test_it_takes_three_statements(client, letters):
    client.get("/@ann/series/the-fig-letters/feed.atom")

    with queries(at_most=3):
        client.get("/@ann/series/the-fig-letters/feed.rss")


def test_programs_find_it_on_the_page(browser, letters):
    page = browser.visit("/@ann/series/the-fig-letters")

    found = page.select("link[rel=alternate]")[0]["href"]
    assert found == "http://localhost/@ann/series/the-fig-letters/feed.atom"
