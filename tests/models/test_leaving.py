from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Account, Follow, Handle, Post, User, timelines
from app.models.columns import now
from app.models.leaving import GRACE
from app.models.tally import recount
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import changes, queries


@pytest.fixture
def ties(ann, bob, cleo):
    """Bob has written, follows Ann, and is followed by Ann and Cleo."""
    publish(bob, "A wheel")
    for one, other in ((bob, ann), (ann, bob), (cleo, bob), (cleo, ann)):
        one.follow(other)
    db.session.commit()


def counts(*people):
    db.session.flush()
    db.session.expire_all()
    return [(person.following_count, person.follower_count) for person in people]


def leave(person, **how):
    person.leave(**how)
    db.session.commit()


def test_who_leaves_is_counted_by_nobody(ties, ann, bob, cleo):
    leave(bob)

    assert counts(ann, cleo) == [(0, 1), (1, 0)]


def test_who_comes_back_is_counted_again(ties, ann, bob, cleo):
    before = counts(ann, bob, cleo)
    leave(bob)
    bob.come_back()

    assert counts(ann, bob, cleo) == before


def test_two_who_leave_and_come_back_in_another_order_are_counted_right(
    ties, ann, bob, cleo
):
    before = counts(ann, bob, cleo)
    for person in (bob, ann):
        leave(person)
    for person in (bob, ann):
        person.come_back()

    assert counts(ann, bob, cleo) == before


def test_leaving_twice_counts_once(ties, ann, bob):
    leave(bob)
    leave(bob)

    assert counts(ann) == [(0, 1)]


def test_counting_anew_says_the_same(ties, ann, bob, cleo):
    leave(bob)
    before = counts(ann, bob, cleo)

    recount(Follow)

    assert counts(ann, bob, cleo) == before


def test_drafts_and_what_is_in_the_bin_come_back_too(ties, ann, draft, essay):
    essay.throw_away()
    leave(ann)
    ann.come_back()

    assert db.session.scalars(timelines.drafts(ann)).all() == [draft]
    assert db.session.scalars(timelines.binned(ann)).all() == [essay]


def test_leaving_costs_the_same_however_much_there_is(ties, bob):
    for number in range(10):
        publish(bob, f"Text {number}")
        join(f"reader{number}", "Reader").follow(bob)
    db.session.commit()

    # One lock, the person, their posts, and the four things that are counted.
    with queries(at_most=13):
        bob.leave()


def test_two_weeks_later_everything_goes(ties, bob):
    leave(bob, for_good=True)
    bob.ends_at = now()
    db.session.commit()

    with changes(User, by=-1), changes(Account, by=-1), changes(Post, by=-1):
        db.session.execute(User.removal())


def test_the_follows_go_and_nobody_is_counted_wrong(ties, ann, bob, cleo):
    leave(bob, for_good=True)
    bob.ends_at = now()
    db.session.commit()

    with changes(Follow, by=-3):
        db.session.execute(User.removal())

    assert counts(ann, cleo) == [(0, 1), (1, 0)]


def test_the_handle_stays_and_is_nobody_s(ties, bob):
    leave(bob, for_good=True)
    bob.ends_at = now()
    db.session.commit()

    with changes(Handle, by=0):
        db.session.execute(User.removal())

    assert db.session.get(Handle, "bob").user_id is None


@pytest.mark.parametrize("left", [timedelta(seconds=1), timedelta(days=13)])
def test_before_that_nothing_goes(ties, bob, left):
    leave(bob, for_good=True)
    bob.ends_at = now() + left
    db.session.commit()

    with changes(User, by=0):
        db.session.execute(User.removal())


def test_who_only_rests_never_goes(ties, bob):
    leave(bob)
    bob.withheld_at = now() - timedelta(days=5000)
    db.session.commit()

    with changes(User, by=0):
        db.session.execute(User.removal())


def test_there_are_two_weeks_to_think_again(bob):
    leave(bob, for_good=True)
    db.session.refresh(bob)

    assert bob.ends_at - bob.withheld_at == GRACE == timedelta(days=14)


@pytest.mark.parametrize("role", ["admin", "moderator"])
def test_an_admin_is_the_only_one_until_there_is_another(ann, bob, role):
    bob.account.role = role
    db.session.commit()

    assert ann.account.is_last_admin() == (role != "admin")


def test_an_admin_who_is_away_does_not_count(ann, bob):
    bob.account.role = "admin"
    leave(bob)

    assert ann.account.is_last_admin()
