"""Following tags."""

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Tag, TagFollow, tag_follow
from tests.support.database import changes


@pytest.fixture
def ink(app):
    """A tag that no post has."""
    tag = Tag(name="ink", label="Ink")
    db.session.add(tag)
    db.session.commit()
    return tag


def test_following_a_tag_twice_is_following_it_once(ann, ink):
    with changes(TagFollow, by=1):
        assert ann.follow_tag(ink)
        assert ann.follow_tag(ink)


def test_unfollowing_a_tag_undoes_it(ann, ink):
    ann.follow_tag(ink)

    with changes(TagFollow, by=-1):
        ann.unfollow_tag(ink)
        ann.unfollow_tag(ink)


def test_there_is_room_for_some(ann, ink, monkeypatch):
    monkeypatch.setattr(tag_follow, "MOST_TAGS", 1)
    other = Tag(name="paper", label="Paper")
    db.session.add(other)
    db.session.flush()

    assert ann.follow_tag(ink)
    assert not ann.follow_tag(other)
    assert ann.follow_tag(ink)


def test_a_tag_that_is_followed_stays(ann, ink):
    ann.follow_tag(ink)

    db.session.execute(Tag.removal())

    assert db.session.scalars(select(Tag.name)).all() == ["ink"]


def test_a_tag_that_nobody_wants_goes(ink):
    db.session.execute(Tag.removal())

    assert db.session.scalars(select(Tag.name)).all() == []


def test_others_follow_their_own(ann, bob, ink):
    ann.follow_tag(ink)

    assert db.session.scalars(bob.followed_tag_ids()).all() == []
    assert not bob.is_following_tag(ink)
