"""Whom a post names, and when they are told."""

import pytest

from app import events
from app.extensions import db
from app.models import Mention
from app.models.mention import MOST
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import changes


@pytest.fixture
def told():
    """The handles of those who were told, in the order of telling."""
    heard = []

    def listen(_text, people):
        heard.extend(person.handle for person in people)

    with events.people_mentioned.connected_to(listen):
        yield heard


def test_whom_a_post_names_is_told_once(told, ann, bob):
    post = publish(ann, body="As @bob said, and @bob again, and @nobody.")

    post.revise(**post.words | {"body": "As @bob and @ann said."})

    assert told == ["bob"]


def test_who_is_named_later_is_told_later(told, ann, bob, cleo):
    post = publish(ann, body="As @bob said.")

    post.revise(**post.words | {"body": "As @bob said to @cleo."})

    assert told == ["bob", "cleo"]


def test_a_draft_tells_nobody(told, ann, bob):
    with changes(Mention, by=1):
        ann.write(title="", summary="", body="As @bob said.")

    assert not told


@pytest.mark.parametrize(
    ("audience", "heard"),
    [
        ("public", ["bob", "cleo"]),
        ("unlisted", ["bob", "cleo"]),
        ("followers", ["bob"]),
        ("private", []),
    ],
)
def test_only_who_can_read_it_is_told(told, ann, bob, cleo, audience, heard):
    bob.follow(ann)

    publish(ann, body="As @bob said to @cleo.", to=audience)

    assert sorted(told) == heard


def test_who_can_read_it_later_is_told_then(told, ann, bob):
    post = publish(ann, body="As @bob said.", to="private")

    post.show_to("public")

    assert told == ["bob"]


def test_who_is_apart_is_not_told(told, ann, eve):
    ann.block(eve)

    publish(ann, body="As @eve said.")

    assert not told


def test_of_five_hundred_fifty_are_told(told, ann):
    names = [f"person{number}" for number in range(120)]
    for name in names:
        join(name, name)

    publish(ann, body=" ".join(f"@{name}" for name in names))

    assert len(told) == MOST


def test_who_is_named_no_longer_is_forgotten(ann, bob):
    post = publish(ann, body="As @bob said.")

    with changes(Mention, by=-1):
        post.revise(**post.words | {"body": "As somebody said."})
        db.session.flush()
