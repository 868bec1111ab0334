"""The moment that the database keeps is that of the formula, whoever changes what."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from app.extensions import db
from app.lib.popularity import lift_of, points_of
from app.models import Like, Post
from app.models.columns import now
from app.models.tally import recount
from tests.support.database import fresh


def warmth(post):
    """How much later than it was published it is listed; None for not at all."""
    db.session.commit()
    db.session.refresh(post, ["warm_at", "published_at"])
    return post.warm_at and post.warm_at - post.published_at


def near(lift):
    """SQLite keeps this moment to the millisecond."""
    return pytest.approx(lift, abs=timedelta(milliseconds=1))


@pytest.mark.parametrize("likes", [1, 2, 3, 7, 1022, 1023, 5000])
@pytest.mark.parametrize("reposts", [0, 1, 4])
def test_it_is_what_the_formula_says(essay, likes, reposts):
    essay.like_count, essay.repost_count = likes, reposts

    assert warmth(essay) == near(lift_of(points_of(likes, reposts)))


def test_what_nobody_likes_is_not_among_the_popular(essay):
    assert warmth(essay) is None


def test_a_draft_that_was_liked_is_not_either(essay, bob):
    bob.like(essay)
    essay.unpublish()

    assert warmth(essay) is None


def test_a_like_lifts_it_and_taking_it_back_lets_it_down(essay, bob):
    bob.like(essay)
    lifted = warmth(essay)
    bob.unlike(essay)

    assert (lifted, warmth(essay)) == (near(timedelta(hours=12)), None)


def test_a_repost_lifts_it_too(essay, bob, cleo):
    bob.repost(essay)
    cleo.like(essay)

    assert warmth(essay) == near(timedelta(days=1))


def test_it_moves_with_the_moment_of_publication(essay, bob):
    bob.like(essay)
    essay.published_at = now() - timedelta(days=300)

    assert warmth(essay) == near(timedelta(hours=12))
    assert essay.warm_at < now() - timedelta(days=299)


def test_who_leaves_takes_their_points_along(essay, bob):
    bob.like(essay)
    bob.leave()

    assert warmth(fresh(essay)) is None


def test_setting_the_counters_right_sets_it_right(essay, bob):
    bob.like(essay)
    db.session.execute(update(Post).values(like_count=500))
    recount(Like)

    assert warmth(essay) == near(timedelta(hours=12))
