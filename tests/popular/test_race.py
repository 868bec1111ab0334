"""A hundred people who like a post at once lift it as the formula says."""

from datetime import timedelta
from functools import partial

import pytest

from app.extensions import db
from app.lib.popularity import lift_of
from app.models import Post, User
from tests.fixtures.cast import join
from tests.fixtures.writing import publish


@pytest.fixture
def essay(race):
    with race.app.app_context():
        return publish(join("ann", "Ann Okafor"), "The tide tables")


def do(race, person, deed, essay):
    """Somebody does this in a transaction of their own."""
    with race.app.app_context():
        getattr(db.session.get(User, person.id), deed)(db.session.get(Post, essay.id))
        db.session.commit()


def test_likes_and_reposts_of_one_moment_all_lift_it(race, essay):
    with race.app.app_context():
        people = [join(f"reader{number}", "Reader") for number in range(64)]

    deeds = [partial(do, race, one, "like", essay) for one in people]
    race.run(*deeds, *(partial(do, race, one, "repost", essay) for one in people[:32]))

    with race.app.app_context():
        post = db.session.scalar(db.select(Post).options(db.undefer(Post.warm_at)))
    lift = post.warm_at - post.published_at
    assert lift == pytest.approx(lift_of(128), abs=timedelta(milliseconds=1))
