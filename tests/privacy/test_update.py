"""Who may follow, and what others see of it."""

import pytest
from sqlalchemy import func, select

from app.extensions import db
from app.follow_requests import listeners
from app.models import Follow, FollowRequest, Notification
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.crowd import strangers
from tests.support.database import changes, fresh, queries
from tests.support.mailbox import deliver_all

FORM, PATH = "#privacy", "/settings/privacy/"


@pytest.fixture
def page(browser, bob):
    """Bob's page, before he has chosen anything."""
    return browser.sign_in(bob).visit(PATH)


def chosen(page):
    """Which of the switches are on."""
    return [field["name"] for field in page.select(f"{FORM} input[checked]")]


def test_at_first_everything_is_open(page):
    assert chosen(page) == ["is_suggested", "is_indexable"]


@pytest.mark.parametrize("name", ["is_locked", "hides_counts"])
def test_each_is_kept(page, name):
    page = page.submit(FORM, **{name: "y"})

    assert chosen(page) == [name, "is_suggested", "is_indexable"]
    assert page.shows("Saved.")


def test_locking_keeps_who_follows(page, ann, bob):
    ann.follow(bob)
    db.session.commit()

    page.submit(FORM, is_locked="y")

    assert ann.is_following(bob)
    assert fresh(bob).is_locked


def test_unlocking_says_beforehand_who_waits(page, ann, bob):
    page = page.submit(FORM, is_locked="y")
    ann.follow(bob)
    db.session.commit()

    page = page.browser.visit(PATH)

    assert "One person waits for your answer" in page.text("#is_locked-hint")


def test_unlocking_takes_in_everybody_and_says_so(page, ann, cleo, bob):
    bob.lock()
    for one in (ann, cleo):
        one.follow(bob)
    db.session.commit()

    with changes(Follow, by=2), changes(FollowRequest, by=-2):
        page = page.submit(FORM)

    assert page.shows("The 2 people who waited for your answer follow you now.")


def test_however_many_wait_the_worker_tells_them(app, page, ann, bob, monkeypatch):
    monkeypatch.setattr(listeners, "BATCH", 2)
    publish(bob, "Open now")
    bob.lock()
    for one in (ann, *strangers(4)):
        one.follow(bob)
    db.session.commit()
    with queries(at_most=25):
        page.submit(FORM)

    deliver_all()

    told = Notification.kind == "follow_accepted"
    assert db.session.scalar(select(func.count()).where(told)) == 5
    assert Browser(app.test_client()).sign_in(ann).visit("/").shows("Open now")


def test_a_second_tab_takes_nobody_in_twice(page, ann, bob):
    bob.lock()
    ann.follow(bob)
    db.session.commit()
    page.submit(FORM)

    with changes(Follow, by=0):
        page.submit(FORM)

    assert fresh(bob).follower_count == 1


def test_hidden_counts_are_seen_by_oneself_alone(app, page, ann):
    page.submit(FORM, hides_counts="y")
    others = Browser(app.test_client())

    assert page.browser.visit("/@bob").texts(".stats a")[1:] == [
        "0 followers",
        "0 following",
    ]
    assert others.visit("/@bob").texts(".stats a") == ["0 posts"]
    assert others.sign_in(ann).visit("/@bob").texts(".stats a") == ["0 posts"]


@pytest.mark.parametrize("side", ["followers", "following"])
def test_hidden_lists_are_closed_to_others(app, page, ann, bob, side):
    for one, other in ((ann, bob), (bob, ann)):
        one.follow(other)
    page.submit(FORM, hides_counts="y")

    closed = Browser(app.test_client()).sign_in(ann).visit(f"/@bob/{side}")

    assert (closed.status, closed.select(".people")) == (403, [])
    assert page.browser.visit(f"/@bob/{side}").texts(".people .name") == ["Ann Okafor"]
