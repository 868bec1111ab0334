"""People by the words of their name, their handle, and what they say."""

import pytest

from app.extensions import db
from app.lib.search_query import parsed
from app.models import searches


@pytest.fixture
def town(ann, bob, cleo, zoe):
    bob.describe(
        name="Bob Lindqvist", bio="Mends *bicycles*.", location="Lund", links=[]
    )
    cleo.describe(name="Cleo Bicycle", bio="", location="", links=[])
    db.session.commit()


def found(typed, reader=None):
    hits = searches.best_people(parsed(typed), reader)
    return [person.handle for person in searches.people_of(hits)]


@pytest.mark.parametrize(
    ("typed", "handles"),
    [
        ("bob", ["bob"]),
        ("LINDQVIST", ["bob"]),
        ("lund", ["bob"]),
        ("bicycle", ["cleo", "bob"]),
        ("bicycles", ["bob"]),
        ("zoe", ["zoe"]),
        ("ferrer zoë", ["zoe"]),
        ("bob cleo", []),
        ("from:bob", []),
        ("", []),
    ],
)
def test_they_are_found_by_their_words(town, typed, handles):
    assert found(typed) == handles


def test_who_does_not_want_it_is_found_by_who_follows_them(town, ann, bob, cleo):
    ann.follow(bob)
    bob.is_indexable = False
    db.session.commit()

    assert found("bob", ann) == found("bob", bob) == ["bob"]
    assert found("bob", cleo) == found("bob") == []


def test_who_is_away_or_apart_is_not_found(town, ann, bob, cleo):
    bob.block(ann)
    cleo.leave()
    db.session.commit()

    assert found("bicycle", ann) == []
    assert found("bicycle") == ["bob"]
