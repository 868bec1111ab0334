"""Letting somebody follow no longer."""

import pytest

from app.extensions import db
from app.models import Follow
from tests.support.browser import Browser
from tests.support.database import changes

FORM = "form[action='/@ann/follower/delete']"


@pytest.fixture
def page(browser, ann, bob):
    """Bob's followers, as he sees them: Ann, whom he follows, too."""
    ann.follow(bob)
    bob.follow(ann)
    db.session.commit()
    return browser.sign_in(bob).visit("/@bob/followers")


def test_they_follow_no_longer(page, ann, bob):
    with changes(Follow, by=-1):
        page = page.submit(FORM)

    assert page.shows("Ann Okafor doesn’t follow you any more.")
    assert bob.is_following(ann)


def test_both_counts_go_down(page):
    page = page.submit(FORM)

    assert page.browser.visit("/@bob").texts(".stats a")[1] == "0 followers"
    assert page.browser.visit("/@ann").texts(".stats a")[2] == "0 following"


def test_pressed_twice_it_counts_once(page):
    page.submit(FORM)

    with changes(Follow, by=0):
        again = page.submit(FORM)

    assert again.status == 200
    assert again.browser.visit("/@bob").texts(".stats a")[1] == "0 followers"


def test_they_are_not_told(app, page, ann):
    page.submit(FORM)

    profile = Browser(app.test_client()).sign_in(ann).visit("/@bob")

    assert profile.text("form.follow button") == "Follow Bob Lindqvist"
    assert not profile.select(".notice")


def test_nobody_removes_the_followers_of_others(browser, page, cleo):
    assert not browser.sign_in(cleo).visit("/@bob/followers").select(FORM)


def test_nobody_removes_themselves(browser, page, bob):
    token = page.value("csrf_token")

    with changes(Follow, by=0):
        page = browser.send("/@bob/follower/delete", {"csrf_token": token})

    assert page.status == 200
