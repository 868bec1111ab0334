import pytest

from app.extensions import db
from app.models import Follow
from tests.support.database import changes


@pytest.fixture
def profile(browser, ann, bob):
    """Bob's page, as Ann sees it, who follows him."""
    ann.follow(bob)
    db.session.commit()
    return browser.sign_in(ann).visit("/@bob")


def test_the_button_turns_into_follow(profile):
    with changes(Follow, by=-1):
        page = profile.submit("form.follow")

    assert page.text("form.follow button") == "Follow Bob Lindqvist"


def test_both_counts_go_down(profile, browser):
    page = profile.submit("form.follow")

    assert page.texts(".stats a")[1] == "0 followers"
    assert browser.visit("/@ann").texts(".stats a")[2] == "0 following"


def test_unfollowing_twice_is_unfollowing_once(profile):
    profile.submit("form.follow")

    with changes(Follow, by=0):
        page = profile.submit("form.follow")

    assert (page.status, page.texts(".stats a")[1]) == (200, "0 followers")


def test_the_other_direction_stays(profile, ann, bob):
    bob.follow(ann)
    db.session.commit()

    profile.submit("form.follow")

    assert bob.is_following(ann)


def test_nobody_unfollows_themselves(browser, ann):
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    browser.send("/@ann/follow/delete", {"csrf_token": token})

    assert browser.visit("/@ann").texts(".stats a")[1:] == [
        "0 followers",
        "0 following",
    ]
