"""Who is told of what, and who of nothing."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Notification, NotificationActor, NotificationSettings
from app.models.columns import now
from app.models.rows import add_once
from app.models.standing import Limitation
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import changes, queries
from tests.support.news import kinds_of, news_of, read_all


def choose(person, **chosen):
    settings = NotificationSettings.kept(person.id)
    for name, value in chosen.items():
        setattr(settings, name, value)
    db.session.commit()


def test_who_is_followed_is_told(ann, bob):
    bob.follow(ann)

    assert news_of(ann) == [("follow", "Bob Lindqvist", 1)]
    assert news_of(bob) == []


def test_those_who_like_a_post_are_one_group(ann, bob, cleo, dan, essay):
    with changes(Notification, by=1):
        for person in (bob, cleo, dan):
            person.like(essay)

    who = "Dan Achterberg, Cleo Marchetti, and Bob Lindqvist"
    assert news_of(ann) == [("like", who, 3)]


def test_of_many_three_are_named(ann, essay):
    for number in range(5):
        join(f"fan{number}", f"Fan {number}").like(essay)

    assert news_of(ann) == [("like", "Fan 4, Fan 3, Fan 2, and 2 others", 5)]


def test_what_was_read_begins_anew(ann, bob, cleo, essay):
    bob.like(essay)
    read_all(ann)

    cleo.like(essay)

    assert [who for _kind, who, _count in news_of(ann)] == [
        "Cleo Marchetti",
        "Bob Lindqvist",
    ]


def test_a_group_that_grows_moves_to_the_top(ann, bob, cleo, essay):
    bob.like(essay)
    bob.follow(ann)

    cleo.like(essay)

    assert kinds_of(ann) == ["like", "follow"]


def test_a_like_that_is_taken_back_was_none(ann, bob, cleo, essay):
    bob.like(essay)
    cleo.like(essay)

    bob.unlike(essay)

    assert news_of(ann) == [("like", "Cleo Marchetti", 1)]


def test_a_group_of_nobody_is_gone(ann, bob, essay):
    with changes(Notification, by=0):
        bob.like(essay)
        bob.unlike(essay)


def test_a_like_that_comes_again_is_counted_once(ann, bob, essay):
    for _ in range(3):
        bob.like(essay)
        bob.unlike(essay)
    bob.like(essay)

    assert news_of(ann) == [("like", "Bob Lindqvist", 1)]


def test_a_repost_is_told(ann, bob, essay):
    bob.repost(essay)
    assert kinds_of(ann) == ["repost"]

    bob.unrepost(essay)
    assert kinds_of(ann) == []


def test_who_is_mentioned_is_told(ann, bob):
    publish(ann, "A title", "Ask @bob.")

    assert news_of(bob) == [("mention", "Ann Okafor", 1)]
    assert news_of(ann) == []


def test_a_name_that_is_taken_out_and_put_back_is_no_other_mention(ann, bob):
    post = publish(ann, "A title", "Ask @bob.")
    read_all(bob)

    for body in ("Ask him.", "Ask @bob."):
        post.revise(**post.words | {"body": body})
        db.session.commit()

    assert kinds_of(bob) == ["mention"]


def test_whoever_asks_and_is_let_in(ann, bob):
    ann.lock()
    db.session.commit()
    bob.follow(ann)
    assert kinds_of(ann) == ["follow_request"]

    ann.accept(bob)

    assert (kinds_of(ann), kinds_of(bob)) == ([], ["follow_accepted"])


@pytest.mark.parametrize("answer", ["refused", "withdrawn"])
def test_a_request_that_is_settled_is_no_news(ann, bob, answer):
    ann.lock()
    db.session.commit()
    bob.follow(ann)

    ann.refuse(bob) if answer == "refused" else bob.unfollow(ann)

    assert kinds_of(ann) == []


@pytest.mark.parametrize("distance", ["muted", "blocks", "is blocked"])
def test_whom_one_does_not_hear_brings_no_news(ann, bob, essay, distance):
    {
        "muted": lambda: ann.mute(bob),
        "blocks": lambda: bob.block(ann),
        "is blocked": lambda: ann.block(bob),
    }[distance]()
    db.session.commit()

    with changes(NotificationActor, by=0):
        bob.like(essay)
        publish(bob, body="Hello @ann")


def test_a_kind_that_is_switched_off_brings_nothing(ann, bob, essay):
    choose(ann, muted=["like"])

    with changes(Notification, by=0):
        bob.like(essay)


@pytest.mark.parametrize("switch", ["only_followed", "only_followers", "only_settled"])
def test_strangers_are_set_aside(ann, bob, essay, switch):
    choose(ann, **{switch: True})

    bob.like(essay)

    assert (kinds_of(ann), kinds_of(ann, "filtered")) == ([], ["like"])


@pytest.mark.parametrize("switch", ["only_followed", "only_followers", "only_settled"])
def test_friends_are_not(ann, bob, essay, switch):
    bob.created_at = now() - timedelta(days=8)
    bob.follow(ann)
    ann.follow(bob)
    read_all(ann)
    choose(ann, **{switch: True})

    bob.like(essay)

    assert kinds_of(ann)[0] == "like"


def test_requests_are_never_set_aside(ann, bob):
    ann.lock()
    choose(ann, only_followed=True)

    bob.follow(ann)

    assert kinds_of(ann) == ["follow_request"]


def test_who_is_limited_is_set_aside(ann, bob, essay):
    add_once(Limitation, user_id=bob.id, until=None)

    bob.like(essay)

    assert (kinds_of(ann), kinds_of(ann, "filtered")) == ([], ["like"])


def test_but_not_for_those_who_follow_them(ann, bob, essay):
    ann.follow(bob)
    add_once(Limitation, user_id=bob.id, until=None)

    bob.like(essay)

    assert kinds_of(ann) == ["like"]


def test_fifty_who_are_mentioned_cost_what_one_does(app, ann):
    handles = [join(f"friend{n}", f"Friend {n}").handle for n in range(60)]
    post = ann.write(title="", summary="", body="x")
    post.publish()
    db.session.commit()

    with changes(Notification, by=50), queries(at_most=30):
        post.revise(title="", summary="", body=" ".join(f"@{h}" for h in handles))
