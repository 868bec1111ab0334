"""Posts without a title, by programs."""

import pytest

from app.extensions import db
from tests.fixtures.writing import publish


def words(answer):
    return [post["excerpt"] for post in answer.json["posts"]]


def test_notes_are_listed_and_no_articles(program, essay, note):
    assert words(program.get("/notes")) == ["A raisin in the bell."]


def test_those_of_somebody_are_listed(program, ann, note):
    publish(ann, body="A tide.")

    assert words(program.get("/notes?author=ann")) == ["A tide."]


def test_nobody_has_none(program, note):
    assert program.get("/notes?author=nobody").status_code == 404


@pytest.mark.parametrize("distance", ["mute", "block"])
def test_what_one_keeps_away_stays_away(program, ann, bob, note, distance):
    getattr(ann, distance)(bob)
    db.session.commit()

    assert words(program.acting_for(ann).get("/notes")) == []


def test_what_is_for_followers_is_listed_for_them(program, ann, bob, cleo):
    publish(ann, body="Near.", to="followers")
    bob.follow(ann)
    db.session.commit()

    assert words(program.get("/notes")) == []
    assert words(program.acting_for(cleo).get("/notes")) == []
    assert words(program.acting_for(bob).get("/notes?author=ann")) == ["Near."]
