"""Counters that went wrong, and the command that sets them right."""

import pytest
from sqlalchemy import update

from app.extensions import db
from app.models import Notification, Post, User
from app.models.tally import Tallied, countings
from app.web import recounting
from app.web.recounting import COUNTED
from tests.fixtures.writing import publish
from tests.support.database import changes, fresh


@pytest.fixture
def run(app):
    """Runs ``flask recount …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=["recount", *words])


@pytest.fixture
def wrong(bob, essay):
    """A post whose likes nobody has counted right."""
    bob.like(essay)
    db.session.commit()
    db.session.execute(update(Post).values(like_count=7))
    db.session.commit()
    return essay


def test_it_says_how_many_were_wrong(run, wrong):
    said = run("likes").output

    assert said == "likes: 1 set right.\n"
    assert fresh(wrong).like_count == 1


def test_a_dry_run_says_it_and_changes_nothing(run, wrong):
    said = run("likes", "--dry-run").output

    assert said == "likes: 1 wrong.\n"
    assert fresh(wrong).like_count == 7


def test_without_a_noun_everything_is_counted(run, wrong):
    said = run().output.splitlines()

    assert [line.partition(":")[0] for line in said] == list(COUNTED)
    assert "likes: 1 set right." in said
    assert "follows: all right." in said


def test_what_is_right_is_said_to_be(run, essay):
    assert run("posts", "likes").output == "posts: all right.\nlikes: all right.\n"


def test_some_rows_at_a_time_are_all_of_them(run, ann, monkeypatch):
    monkeypatch.setattr(recounting, "BATCH", 2)
    posts = [publish(ann, f"Number {number}") for number in range(5)]
    db.session.execute(update(Post).values(like_count=7))
    db.session.commit()

    assert run("likes").output == "likes: 5 set right.\n"
    assert {fresh(post).like_count for post in posts} == {0}


def test_posts_that_count_and_their_counter_are_two_things(run, ann, essay):
    db.session.execute(update(User).values(post_count=9))
    db.session.execute(update(Post).values(is_counted=False))
    db.session.commit()

    assert run("posts").output == "posts: 2 set right.\n"
    assert (fresh(ann).post_count, fresh(essay).is_counted) == (1, True)


def test_a_group_of_nobody_goes(run, ann):
    db.session.add(
        Notification(user_id=ann.id, kind="like", group_key="x", actor_count=3)
    )
    db.session.commit()

    with changes(Notification, by=-1):
        assert run("notifications").output == "notifications: 1 set right.\n"


def test_an_unknown_noun_is_wrong_usage(run):
    done = run("apples")

    assert done.exit_code == 2
    assert "'apples' is not one of 'posts'" in done.output


def test_whatever_is_counted_can_be_counted_again():
    known = {str(counting.counter) for made in COUNTED.values() for counting in made()}
    counters = {
        str(counting.counter)
        for table in Tallied.__subclasses__()
        for counting in countings(table)
    }

    assert counters <= known
