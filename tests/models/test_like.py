import pytest
from sqlalchemy import update

from app import events
from app.extensions import db
from app.models import Bookmark, Like, Post, Repost
from app.models.tally import recount
from tests.fixtures.writing import publish
from tests.support.database import changes, fresh


def counts(post):
    """How many like a post, and how many have reposted it."""
    db.session.flush()
    return fresh(post).like_count, post.repost_count


def test_liking_twice_is_liking_once(bob, essay):
    with changes(Like, by=1):
        bob.like(essay)
        bob.like(essay)

    assert counts(essay) == (1, 0)


def test_taking_it_back_twice_never_counts_below_nothing(bob, essay):
    bob.like(essay)
    with changes(Like, by=-1):
        bob.unlike(essay)
        bob.unlike(essay)

    assert counts(essay) == (0, 0)


def test_what_one_wrote_oneself_is_not_reposted(ann, essay):
    with changes(Repost, by=0):
        ann.repost(essay)

    assert counts(essay) == (0, 0)


def test_what_one_wrote_oneself_may_be_liked(ann, essay):
    with changes(Like, by=1):
        ann.like(essay)

    assert counts(essay) == (1, 0)


def test_others_hear_of_a_like_once(bob, essay):
    heard = []
    with events.post_liked.connected_to(lambda who, post: heard.append((who, post))):
        bob.like(essay)
        bob.like(essay)

    assert heard == [(bob, essay)]


def test_others_hear_of_a_repost_once_with_what_was_said(bob, essay):
    heard = []
    with events.post_reposted.connected_to(heard.append):
        bob.repost(essay, "Read *this*.")
        bob.repost(essay)

    assert [(row.user_id, row.remark) for row in heard] == [(bob.id, "Read *this*.")]
    assert heard[0].remark_html == "<p>Read <em>this</em>.</p>"
    assert counts(essay) == (0, 1)


def test_a_repost_is_undone(bob, essay):
    bob.repost(essay)
    with changes(Repost, by=-1):
        bob.unrepost(essay)
        bob.unrepost(essay)

    assert counts(essay) == (0, 0)


@pytest.mark.parametrize("audience", ["unlisted", "followers", "private"])
def test_what_is_not_for_everybody_is_not_reposted(ann, bob, audience):
    post = publish(ann, "For some", to=audience)

    with changes(Repost, by=0):
        bob.repost(post)


def test_saving_is_a_row_and_nothing_else(bob, essay):
    with changes(Bookmark, by=1):
        bob.save(essay)
        bob.save(essay)

    assert bob.has_saved(essay)
    assert counts(essay) == (0, 0)


def test_who_leaves_is_counted_no_longer(bob, cleo, essay):
    for person in (bob, cleo):
        person.like(essay)
        person.repost(essay)
    db.session.commit()

    bob.leave()

    assert counts(essay) == (1, 1)


def test_who_comes_back_is_counted_again(bob, essay):
    bob.like(essay)
    bob.repost(essay)
    db.session.commit()
    bob.leave()
    bob.come_back()

    assert counts(essay) == (1, 1)


def test_who_is_away_likes_nothing(bob, essay):
    bob.leave()

    with changes(Like, by=0), changes(Repost, by=0):
        bob.like(essay)
        bob.repost(essay)


def test_a_recount_repairs_both_counters(bob, cleo, essay):
    for person in (bob, cleo):
        person.like(essay)
        person.repost(essay)
    db.session.commit()
    cleo.leave()
    db.session.execute(update(Post).values(like_count=7, repost_count=-3))

    recount(Like)
    recount(Repost)

    assert counts(essay) == (1, 1)
