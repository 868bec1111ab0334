"""Exercise 17: what was taken back is no news."""

import pytest

from app import events
from app.extensions import db
from app.models import Notification, news


@pytest.fixture
def followed(ann, bob, cleo):
    """Bob, whom Ann and Cleo follow, and who has not looked yet."""
    ann.follow(bob)
    cleo.follow(bob)
    db.session.commit()
    return bob


def told(person):
    """The names of those of whom somebody was told."""
    notes = db.session.scalars(news.of(person)).all()
    return sorted(note.actor.name for note in notes)


def test_unfollowing_takes_back_what_is_unread(followed, ann):
    ann.unfollow(followed)
    db.session.commit()

    assert told(followed) == ["Cleo Marchetti"]


def test_what_was_read_stays(followed, ann):
    db.session.execute(news.reading(followed))
    ann.unfollow(followed)
    db.session.commit()

    assert told(followed) == ["Ann Okafor", "Cleo Marchetti"]


def test_what_others_were_told_stays(followed, ann, cleo):
    ann.follow(cleo)
    ann.unfollow(followed)
    db.session.commit()

    assert told(cleo) == ["Ann Okafor"]


def test_it_is_said_once_and_only_if_it_is_true(followed, ann, dan):
    heard = []

    def listen(follower, followed):
        heard.append((follower, followed))

    with events.user_unfollowed.connected_to(listen):
        ann.unfollow(followed)
        ann.unfollow(followed)
        dan.unfollow(followed)

    assert heard == [(ann, followed)]


def test_models_know_nothing_of_it(followed, ann):
    with events.user_unfollowed.muted():
        ann.unfollow(followed)

    assert len(db.session.scalars(db.select(Notification)).all()) == 2
