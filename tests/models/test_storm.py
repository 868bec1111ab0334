"""Whatever people do, in whatever order: every counter says what the rows say."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.models import Comment, Post, User
from app.models.post_count import recount_posts
from app.models.tally import Tallied, recount
from tests.fixtures.writing import publish

NOBODY_WAITS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
COUNTERS = {
    User: ("follower_count", "following_count", "post_count"),
    Post: ("like_count", "repost_count", "comment_count"),
    Comment: ("like_count", "reply_count"),
}


def below(answers):
    """Say something below a post, or answer the last that was said there."""

    def act(person, _other, post, comment):
        above = comment if answers and comment and comment.post_id == post.id else None
        person.comment_on(post, "Indeed.", above)

    return act


def with_comment(act):
    return lambda person, _other, _post, comment: comment and act(person, comment)


DEEDS = {
    "follow": lambda person, other, *_: person.follow(other),
    "unfollow": lambda person, other, *_: person.unfollow(other),
    "block": lambda person, other, *_: person.block(other),
    "unblock": lambda person, other, *_: person.unblock(other),
    "like": lambda person, _, post, *__: person.like(post),
    "unlike": lambda person, _, post, *__: person.unlike(post),
    "repost": lambda person, _, post, *__: person.repost(post, "Quite."),
    "unrepost": lambda person, _, post, *__: person.unrepost(post),
    "comment": below(answers=False),
    "answer": below(answers=True),
    "like comment": with_comment(lambda person, said: person.like_comment(said)),
    "unlike comment": with_comment(lambda person, said: person.unlike_comment(said)),
    "take comment back": with_comment(lambda _, said: said.take_back()),
    "give comment back": with_comment(lambda _, said: said.give_back()),
    "hide comment": with_comment(lambda person, said: said.hide(person)),
    "show comment": with_comment(lambda _, said: said.show()),
    "hide post": lambda _, __, post, ___: post.hide(),
    "unhide post": lambda _, __, post, ___: post.unhide(),
    "throw away": lambda _, __, post, ___: post.throw_away(),
    "take back": lambda _, __, post, ___: post.take_back(),
    "unpublish": lambda _, __, post, ___: post.unpublish(),
    "publish": lambda _, __, post, ___: post.publish(),
    "leave": lambda person, *_: person.leave(),
    "come back": lambda person, *_: person.come_back(),
}
STORMS = st.lists(
    st.tuples(st.sampled_from(sorted(DEEDS)), *[st.integers(0, 3)] * 4),
    min_size=5,
    max_size=25,
)


@pytest.fixture
def town(ann, bob, cleo, dan):
    people = [ann, bob, cleo, dan]
    for person in people:
        publish(person, f"By {person.handle}")
    return people


def counted():
    """What every counter says now."""
    db.session.flush()
    db.session.expire_all()
    return {
        (model.__name__, counter): dict(
            db.session.execute(select(model.id, getattr(model, counter))).all()
        )
        for model, counters in COUNTERS.items()
        for counter in counters
    }


def do(deed, who, whom, which, said):
    people = db.session.scalars(select(User).order_by(User.id)).all()
    posts = select(Post).options(joinedload(Post.author)).order_by(Post.id)
    whole = joinedload(Comment.post).joinedload(Post.author)
    comments = select(Comment).options(whole, joinedload(Comment.author))
    comments = db.session.scalars(comments.order_by(Comment.id.desc()).limit(4)).all()
    comment = comments[said % len(comments)] if comments else None
    post = db.session.scalars(posts).all()[which]
    DEEDS[deed](people[who], people[whom], post, comment)
    db.session.commit()
    db.session.expire_all()


@settings(max_examples=25, deadline=None, suppress_health_check=NOBODY_WAITS)
@given(storm=STORMS)
def test_counters_say_what_the_rows_say(town, storm):
    for deed in storm:
        do(*deed)
    said = counted()

    for table in Tallied.__subclasses__():
        recount(table)
    recount_posts(User)

    assert said == counted()
