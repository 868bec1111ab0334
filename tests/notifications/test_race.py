"""Many who do the same at once, and a reader who looks meanwhile."""

from functools import partial

import pytest

from app.extensions import db
from app.models import Notification, Post, User
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.news import news_of


@pytest.fixture
def crowd(race):
    """Ann, who wrote something, and five people who will like it."""
    with race.app.app_context():
        publish(join("ann", "Ann"), "A walk")
        return [join(f"fan{number}", f"Fan {number}") for number in range(5)]


def like(race, person_id):
    with race.app.app_context():
        person = db.session.get(User, person_id)
        person.like(db.session.query(Post).one())
        db.session.commit()


def test_those_who_like_at_once_are_one_group(race, crowd):
    race.run(*(partial(like, race, person.id) for person in crowd))

    with race.app.app_context():
        ann = db.session.query(User).order_by(User.id).first()
        [(kind, _who, count)] = news_of(ann)
        assert (kind, count) == ("like", 5)
        assert db.session.query(Notification.actor_count).scalar() == 5
