"""How posts come to one's home, and how they leave it."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import TimelineEntry, User, spreading
from app.models.columns import now
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import changes
from tests.support.mailbox import work


@pytest.fixture
def home(browser, ann):
    """What stands on Ann's home, by its title."""
    browser.sign_in(ann)
    return lambda: browser.visit("/").texts(".feed h2")


def test_what_was_written_before_comes_along(home, ann, bob):
    publish(bob, "Written before")

    ann.follow(bob)
    db.session.commit()

    assert home() == ["Written before"]


def test_what_was_passed_on_comes_once_with_who_did(browser, home, ann, bob, cleo, dan):
    ann.follow(bob)
    ann.follow(dan)
    post = publish(cleo, "By Cleo")
    bob.repost(post)
    dan.repost(post)
    db.session.commit()

    assert home() == ["By Cleo"]
    assert browser.visit("/").text(".entry-context") == "Bob Lindqvist reposted"


def test_what_one_has_from_its_author_is_not_brought_again(
    home, browser, ann, bob, cleo
):
    ann.follow(bob)
    ann.follow(cleo)
    bob.repost(publish(cleo, "By Cleo"))
    db.session.commit()

    assert home() == ["By Cleo"]
    assert not browser.visit("/").select(".entry-context")


def test_ones_own_is_not_brought_back_by_others(home, browser, ann, bob):
    ann.follow(bob)
    bob.repost(publish(ann, "By Ann"))
    db.session.commit()

    assert not browser.visit("/").select(".entry-context")


def test_what_another_passed_on_too_stays(home, browser, ann, bob, cleo, dan):
    ann.follow(bob)
    ann.follow(dan)
    post = publish(cleo, "By Cleo")
    bob.repost(post)
    dan.repost(post)

    ann.unfollow(bob)
    db.session.commit()

    assert home() == ["By Cleo"]
    assert browser.visit("/").text(".entry-context").startswith("Dan")


def test_what_is_taken_back_by_one_stays_by_another(app, home, ann, bob, cleo, dan):
    ann.follow(bob)
    ann.follow(dan)
    post = publish(cleo, "By Cleo")
    bob.repost(post)
    dan.repost(post)
    bob.unrepost(post)
    db.session.commit()

    work()

    assert home() == ["By Cleo"]


def test_whom_one_has_muted_passes_nothing_on(home, ann, bob, cleo):
    ann.follow(bob)
    bob.repost(publish(cleo, "By Cleo"))
    ann.mute(bob)
    db.session.commit()

    assert home() == []


def test_a_followed_tag_brings_what_is_public(home, ann, bob):
    publish(bob, "Before", "#tide")
    tag = db.session.scalars(db.select(spreading.Tag)).one()
    ann.follow_tag(tag)
    publish(bob, "After", "#tide", ago=timedelta(0))
    publish(bob, "For followers", "#tide", to="followers")
    db.session.commit()

    assert home() == ["After", "Before"]


def test_a_tag_no_longer_followed_takes_along_what_it_brought(home, ann, bob, cleo):
    ann.follow(cleo)
    publish(bob, "By Bob", "#tide")
    publish(cleo, "By Cleo", "#tide")
    tag = db.session.scalars(db.select(spreading.Tag)).one()
    ann.follow_tag(tag)

    ann.unfollow_tag(tag)
    db.session.commit()

    assert home() == ["By Cleo"]


def test_what_is_planned_stands_there_when_its_time_has_come(home, ann, bob):
    ann.follow(bob)
    post = bob.write(title="Planned", summary="", body="x")
    post.publish(now() + timedelta(hours=1))
    db.session.commit()
    assert home() == []

    post.published_at = now() - timedelta(minutes=1)
    db.session.commit()

    assert home() == ["Planned"]


@pytest.mark.parametrize("audience", ["unlisted", "private"])
def test_what_is_for_others_no_longer_is_gone(home, ann, bob, audience):
    ann.follow(bob)
    post = publish(bob, "By Bob")

    post.show_to(audience)
    db.session.commit()

    assert home() == []


def test_who_is_no_follower_keeps_nothing_meant_for_them(home, ann, bob):
    ann.follow(bob)
    post = publish(bob, "By Bob", to="followers")
    ann.unfollow(bob)
    # As if it had been written at the very moment when they parted.
    row = TimelineEntry(reader_id=ann.id, post_id=post.id, at=post.published_at)
    db.session.add(row)
    db.session.commit()

    assert home() == []


def test_what_was_planned_and_comes_at_once_stands_where_it_came(ann, bob):
    ann.follow(bob)
    post = bob.write(title="Planned", summary="", body="x")
    post.publish(now() + timedelta(days=30))
    post.unpublish()
    db.session.flush()
    post.publish()
    db.session.commit()

    moments = db.session.scalars(db.select(TimelineEntry.at)).all()
    assert set(moments) == {post.published_at}


@pytest.mark.parametrize("go", [User.leave, lambda person: person.suspend(None)])
def test_who_is_gone_passes_nothing_on(home, ann, bob, cleo, go):
    ann.follow(bob)
    bob.repost(publish(cleo, "By Cleo"), "Do read.")
    go(bob)
    db.session.commit()

    assert home() == []


def test_muting_who_passed_it_on_keeps_what_its_author_brings(home, ann, bob, cleo):
    ann.follow(bob)
    bob.repost(publish(cleo, "By Cleo"))
    ann.follow(cleo)
    ann.mute(bob)
    db.session.commit()

    assert home() == ["By Cleo"]


def test_for_many_the_worker_writes(app, monkeypatch, ann, bob, cleo):
    monkeypatch.setattr(spreading, "AT_ONCE", 1)
    ann.follow(bob)
    cleo.follow(bob)

    with changes(TimelineEntry, by=1):
        publish(bob, "For many")
    with changes(TimelineEntry, by=2):
        work()


def test_a_home_goes_so_far_back(monkeypatch, ann, bob):
    monkeypatch.setattr(spreading, "KEPT", 2)
    for number in range(5):
        publish(ann, f"Number {number}")
    publish(bob, "By Bob")

    with changes(TimelineEntry, by=-3):
        db.session.execute(spreading.removal([ann.id, bob.id]))


def test_who_leaves_for_good_leaves_nothing_there(ann):
    gus = join("gus", "Gus Away")
    ann.follow(gus)
    publish(gus, "By Gus")

    with changes(TimelineEntry, by=-2):
        db.session.delete(gus)
        db.session.commit()
