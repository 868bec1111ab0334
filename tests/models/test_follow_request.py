"""Asking to follow, and the answers."""

import pytest

from app import events
from app.extensions import db
from app.models import Follow, FollowRequest
from tests.support.database import changes, fresh


@pytest.fixture
def shy(bob):
    """Bob, who wants to be asked."""
    bob.lock()
    db.session.commit()
    return bob


@pytest.fixture
def waiting(ann, shy):
    """Ann, who has asked Bob."""
    ann.follow(shy)
    db.session.commit()
    return ann


def counts(person):
    """How many a person follows, and how many follow them."""
    fresh(person)
    return person.following_count, person.follower_count


def heard(signal, act):
    """What ``signal`` told of while ``act`` was done."""
    told = []
    with signal.connected_to(lambda who, **more: told.append((who, *more.values()))):
        act()
    return told


def test_following_the_shy_is_asking_them(ann, shy):
    with changes(FollowRequest, by=1), changes(Follow, by=0):
        ann.follow(shy)
        db.session.commit()

    assert (counts(ann), counts(shy)) == ((0, 0), (0, 0))


def test_asking_twice_is_asking_once(ann, shy):
    with changes(FollowRequest, by=1):
        told = heard(
            events.follow_requested, lambda: [ann.follow(shy), ann.follow(shy)]
        )

    assert told == [(ann, shy)]


def test_nobody_asks_themselves(shy):
    with changes(FollowRequest, by=0):
        shy.follow(shy)


def test_unfollowing_takes_the_request_back(waiting, shy):
    with changes(FollowRequest, by=-1):
        waiting.unfollow(shy)

    assert counts(shy) == (0, 0)


def test_yes_makes_a_follower(waiting, shy):
    with changes(FollowRequest, by=-1), changes(Follow, by=1):
        assert shy.accept(waiting)
        db.session.commit()

    assert (counts(waiting), counts(shy)) == ((1, 0), (0, 1))


def test_yes_is_told_of(waiting, shy):
    followed = heard(
        events.user_followed,
        lambda: heard(events.follow_accepted, lambda: shy.accept(waiting)),
    )

    assert followed == [(waiting, shy)]


def test_a_second_yes_is_no_answer(waiting, shy):
    shy.accept(waiting)

    with changes(Follow, by=0):
        assert not shy.accept(waiting)

    assert counts(shy) == (0, 1)


def test_no_after_yes_changes_nothing(waiting, shy):
    shy.accept(waiting)

    assert not shy.refuse(waiting)
    assert waiting.is_following(shy)


def test_no_is_told_to_nobody(waiting, shy):
    assert heard(events.follow_accepted, lambda: shy.refuse(waiting)) == []
    assert not waiting.has_asked(shy)


def test_who_was_refused_may_ask_again(waiting, shy):
    shy.refuse(waiting)

    waiting.follow(shy)

    assert waiting.has_asked(shy)


def test_who_follows_already_goes_on(ann, bob):
    ann.follow(bob)
    bob.lock()
    db.session.flush()

    with changes(FollowRequest, by=0):
        ann.follow(bob)

    assert ann.is_following(bob)


def test_unlocking_takes_in_everybody_who_waits(ann, cleo, shy):
    ann.follow(shy)
    cleo.follow(shy)

    with changes(FollowRequest, by=-2), changes(Follow, by=2):
        assert shy.unlock() == 2
        db.session.commit()

    assert (counts(ann), counts(cleo), counts(shy)) == ((1, 0), (1, 0), (0, 2))


def test_unlocking_leaves_it_to_others_to_tell_who_waited(waiting, shy):
    assert heard(events.follow_accepted, shy.unlock) == []
    [follow] = db.session.scalars(shy.followers())
    assert shy.let_in_at(follow.created_at, after=0, most=2) == [waiting]


def test_unlocking_where_nobody_waits_is_unlocking(shy):
    assert shy.unlock() == 0
    assert not shy.is_locked


def test_who_is_away_is_taken_in_and_counted_when_they_come_back(waiting, shy):
    waiting.leave()

    assert shy.unlock() == 0
    db.session.commit()
    assert (counts(waiting), counts(shy)) == ((1, 0), (0, 0))
    waiting.come_back()
    db.session.commit()
    assert (counts(waiting), counts(shy)) == ((1, 0), (0, 1))


def test_who_is_away_waits_until_they_come_back(waiting, shy):
    waiting.leave()
    assert shy.request_count() == 0
    assert not shy.accept(waiting)

    waiting.come_back()

    assert shy.request_count() == 1


@pytest.mark.parametrize("gone", ["ann", "bob"])
def test_who_is_away_is_not_taken_off_twice(request, ann, bob, gone):
    ann.follow(bob)
    request.getfixturevalue(gone).leave()
    db.session.flush()

    ann.unfollow(bob)
    request.getfixturevalue(gone).come_back()
    db.session.commit()

    assert counts(ann) == counts(bob) == (0, 0)


def test_who_has_left_is_not_followed(ann, bob):
    bob.leave()

    with changes(Follow, by=0):
        ann.follow(bob)

    assert counts(ann) == (0, 0)
