"""Who follows somebody, and whom they follow."""

import pytest

from app.extensions import db
from tests.support.database import queries


@pytest.fixture
def crowd(ann, bob, cleo):
    """Bob and Cleo, who follow Ann, in this order."""
    for follower in (bob, cleo):
        follower.follow(ann)
        db.session.commit()
    return [bob, cleo]


def test_who_followed_last_stands_first(browser, crowd):
    page = browser.visit("/@ann/followers")

    assert page.texts(".people .name") == ["Cleo Marchetti", "Bob Lindqvist"]


def test_whom_somebody_follows_is_the_other_list(browser, crowd):
    assert browser.visit("/@bob/following").texts(".people .name") == ["Ann Okafor"]


@pytest.mark.parametrize("side", ["followers", "following"])
def test_an_empty_list_says_so(browser, ann, side):
    assert browser.visit(f"/@ann/{side}").text(".empty h2") == "Nobody yet"


def test_following_from_a_list_leaves_the_reader_there(browser, crowd, dan):
    page = browser.sign_in(dan).visit("/@ann/followers").submit(".people form.follow")

    assert page.path == "/@ann/followers"
    assert page.text(".people form.follow button") == "Following Cleo Marchetti"


def test_everybody_on_a_list_is_asked_for_at_once(browser, crowd, dan):
    browser.sign_in(dan)

    with queries(at_most=5):
        page = browser.visit("/people")

    assert len(page.select(".people form.follow")) == 3


def test_nobody_has_no_followers(browser):
    assert browser.visit("/@nobody/followers").status == 404
