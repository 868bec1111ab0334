"""Exercise 16: counters that are wrong are set right."""

import pytest

from app.extensions import db
from app.models import User
from tests.support.database import statements


@pytest.fixture
def wrong(ann, bob, cleo):
    """Ann follows Bob and Cleo, and all of their numbers are wrong."""
    ann.follow(bob)
    ann.follow(cleo)
    db.session.commit()
    values = {"following_count": 7, "follower_count": 9}
    db.session.execute(db.update(User).values(values))
    db.session.commit()


def recount(app):
    return app.test_cli_runner().invoke(args=["follows", "recount"])


def counts():
    """Of everybody: how many they follow, how many follow them."""
    everybody = db.session.scalars(db.select(User)).all()
    return {one.handle: (one.following_count, one.follower_count) for one in everybody}


def test_the_rows_are_right(app, wrong):
    assert recount(app).exit_code == 0

    assert counts() == {"ann": (2, 0), "bob": (0, 1), "cleo": (0, 1)}


def test_what_is_right_stays(app, ann, bob):
    ann.follow(bob)
    db.session.commit()

    assert recount(app).exit_code == 0
    assert counts() == {"ann": (1, 0), "bob": (0, 1)}


def test_it_takes_no_more_statements_for_more_people(app, wrong):
    with statements() as seen:
        assert recount(app).exit_code == 0

    assert len(seen) <= 2
