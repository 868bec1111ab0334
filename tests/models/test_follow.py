import pytest
from sqlalchemy import update

from app import events
from app.extensions import db
from app.models import Follow, Ties, User
from app.models.tally import recount
from tests.support.database import changes, queries


def counts(person):
    """How many a person follows, and how many follow them."""
    db.session.refresh(person)
    return person.following_count, person.follower_count


def test_following_counts_on_both_sides(ann, bob):
    with changes(Follow, by=1):
        ann.follow(bob)
        db.session.commit()

    assert counts(ann) == (1, 0)
    assert counts(bob) == (0, 1)


def test_following_twice_is_following_once(ann, bob):
    ann.follow(bob)

    with changes(Follow, by=0):
        ann.follow(bob)
        db.session.commit()

    assert (counts(ann), counts(bob)) == ((1, 0), (0, 1))


def test_unfollowing_undoes_it(ann, bob):
    ann.follow(bob)

    with changes(Follow, by=-1):
        ann.unfollow(bob)
        db.session.commit()

    assert (counts(ann), counts(bob)) == ((0, 0), (0, 0))


def test_unfollowing_a_stranger_counts_nothing(ann, bob):
    with changes(Follow, by=0):
        ann.unfollow(bob)
        db.session.commit()

    assert (counts(ann), counts(bob)) == ((0, 0), (0, 0))


def test_unfollowing_twice_never_counts_below_nothing(ann, bob):
    ann.follow(bob)
    ann.unfollow(bob)
    ann.unfollow(bob)

    assert (counts(ann), counts(bob)) == ((0, 0), (0, 0))


def test_nobody_follows_themselves(ann):
    with changes(Follow, by=0):
        ann.follow(ann)
        db.session.commit()

    assert counts(ann) == (0, 0)


def test_following_is_no_mutual_thing(ann, bob):
    ann.follow(bob)

    assert ann.is_following(bob)
    assert not bob.is_following(ann)


def test_who_was_unfollowed_can_be_followed_again(ann, bob):
    ann.follow(bob)
    assert ann.is_following(bob)
    ann.unfollow(bob)
    assert not ann.is_following(bob)

    ann.follow(bob)

    assert ann.is_following(bob)


def test_others_hear_of_it_once(ann, bob):
    heard = []
    with events.user_followed.connected_to(
        lambda who, followed: heard.append((who, followed))
    ):
        ann.follow(bob)
        ann.follow(bob)

    assert heard == [(ann, bob)]


def test_what_there_is_between_many_people_is_found_in_one_query(ann, bob, cleo, dan):
    ann.follow(bob)
    ann.follow(dan)
    cleo.follow(ann)
    db.session.commit()

    with queries(at_most=1):
        assert ann.ties_among([ann, bob, cleo]) == Ties({bob.id}, {cleo.id})


def test_of_nobody_there_is_nothing(ann, bob):
    ann.follow(bob)

    assert ann.ties_among([]) == Ties()


@pytest.mark.parametrize(
    ("whose", "side"), [("following", "followed"), ("followers", "follower")]
)
def test_both_lists_bring_the_people_along(ann, bob, cleo, whose, side):
    for one, other in [(ann, bob), (bob, cleo), (cleo, bob)]:
        one.follow(other)
    db.session.commit()
    db.session.expunge_all()

    with queries(at_most=1):
        rows = db.session.scalars(getattr(bob, whose)()).all()
        names = {getattr(row, side).name for row in rows}

    assert names == (
        {"Cleo Marchetti"} if whose == "following" else {"Ann Okafor", "Cleo Marchetti"}
    )


def test_a_recount_repairs_both_counters(ann, bob, cleo):
    ann.follow(bob)
    cleo.follow(bob)
    db.session.execute(update(User).values(following_count=7, follower_count=-3))

    recount(Follow)

    assert [counts(person) for person in (ann, bob, cleo)] == [(1, 0), (0, 2), (1, 0)]
