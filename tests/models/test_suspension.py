from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Suspension, timelines
from app.models.columns import now
from tests.support.database import changes, fresh


@pytest.fixture
def ties(ann, bob, note):
    """Ann follows Bob, and he follows her."""
    ann.follow(bob)
    bob.follow(ann)
    db.session.commit()


def counts(person):
    fresh(person)
    return (person.following_count, person.follower_count)


def test_who_is_suspended_is_unseen_and_counted_by_nobody(ann, bob, ties):
    bob.suspend(None)
    db.session.commit()

    assert counts(ann) == (0, 0)
    assert not db.session.scalars(timelines.listed_for(ann)).all()


def test_all_is_back_as_it_was(ann, bob, note, ties):
    bob.suspend(None)
    bob.unsuspend()
    db.session.commit()

    assert counts(ann) == (1, 1)
    assert db.session.scalars(timelines.listed_for(ann)).all() == [note]


def test_what_was_hidden_stays_so(ann, bob, note):
    bob.suspend(None)
    note.hide()
    bob.unsuspend()
    db.session.commit()

    assert not db.session.scalars(timelines.explore()).all()


def test_who_was_away_before_is_away_after(bob):
    bob.leave(for_good=True)
    before = (bob.withheld_at, bob.ends_at)
    bob.suspend(None)
    bob.unsuspend()

    assert (fresh(bob).withheld_at, bob.ends_at) == before


def test_another_term_takes_the_place_of_the_first(ann, bob, ties):
    bob.suspend(now() + timedelta(days=1))
    with changes(Suspension, by=0):
        bob.suspend(None)
    bob.unsuspend()

    assert bob.suspension() is None
    assert counts(ann) == (1, 1)


def test_lifting_twice_lifts_once(ann, bob, ties):
    bob.suspend(None)
    db.session.commit()

    assert [bob.unsuspend(), bob.unsuspend()] == [True, False]
    assert counts(ann) == (1, 1)
