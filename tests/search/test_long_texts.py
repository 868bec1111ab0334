"""Texts of which PostgreSQL does not keep where all words stand."""

import pytest

from app.extensions import db
from app.lib.search_query import parsed
from app.models import searches
from tests.fixtures.writing import publish

FAR = " ".join(f"w{number}" for number in range(17_000))
OFTEN = "The kitchen. " * 300


def found(typed):
    return [
        post.title for post in db.session.scalars(searches.posts(parsed(typed), None))
    ]


@pytest.mark.parametrize("before", [FAR, OFTEN])
@pytest.mark.parametrize("typed", ['"kitchen door"', "墨水瓶"])
def test_what_stands_side_by_side_is_found_at_their_end(ann, before, typed):
    publish(ann, "Long", f"{before} A kitchen door. 墨水瓶")

    assert found(typed) == ["Long"]


def test_in_others_words_that_stand_apart_are_not_found(ann):
    publish(ann, "Short", "A kitchen, a door. 墨水, 水瓶")

    assert found('"kitchen door"') == found("墨水瓶") == []
