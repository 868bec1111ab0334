"""Somebody leaves, or changes a post, while others like it and follow them."""

from functools import partial

import pytest
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.models import Post, User
from tests.fixtures.cast import join
from tests.fixtures.writing import publish

MANY, HANDS = 24, 4


@pytest.fixture
def town(race):
    """Ann, her post, and many who may like it and follow her."""
    with race.app.app_context():
        ann = join("ann", "Ann Okafor")
        post = publish(ann, "Read by many")
        others = [join(f"reader{number}", "R").id for number in range(MANY)]
        return ann.id, post.id, others


def by_hand(race, people, act):
    """Each of ``people`` acts, one after the other, each in a commit of their own."""
    for key in people:
        with race.app.app_context():
            act(db.session.get(User, key))
            db.session.commit()


def in_turns(race, people, act):
    return [partial(by_hand, race, people[hand::HANDS], act) for hand in range(HANDS)]


def counters(race, post_id):
    with race.app.app_context():
        post = db.session.get(Post, post_id)
        return post.like_count, db.session.get(User, post.author_id).follower_count


def test_who_leaves_waits_for_those_who_like_and_follow(race, town):
    ann, post_id, others = town

    def like_and_follow(person):
        person.like(db.session.get(Post, post_id))
        # Two acts: posts are locked after people, never before them.
        db.session.commit()
        person.follow(db.session.get(User, ann))

    hands = in_turns(race, others, like_and_follow)
    leaves = partial(by_hand, race, [ann], lambda person: person.leave())
    race.run(*hands, leaves)

    likes, _followers = counters(race, post_id)
    assert likes == MANY


def test_who_changes_a_post_waits_for_those_who_follow(race, town):
    ann, post_id, others = town

    def follow(person):
        person.follow(db.session.get(User, ann))

    def hide_and_show(person):
        whole = db.select(Post).where(Post.id == post_id)
        held = whole.options(joinedload(Post.author))
        post = db.session.scalar(held.with_for_update(of=Post, key_share=True))
        post.throw_away()
        post.take_back()

    hands = in_turns(race, others, follow)
    race.run(*hands, partial(by_hand, race, [ann] * MANY, hide_and_show))

    assert counters(race, post_id)[1] == MANY
