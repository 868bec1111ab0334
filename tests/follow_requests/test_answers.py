"""Yes and no, once each."""

import pytest

from app.extensions import db
from app.models import Follow, FollowRequest
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.database import changes

YES, NO = "form[action='/follow-requests/ann']", "form[action$='ann/delete']"
OVER = "There is nothing to answer here any more."


@pytest.fixture
def page(browser, waiting, shy):
    """Bob's requests, with Ann's among them."""
    return browser.sign_in(shy).visit("/follow-requests/")


def test_who_asks_is_listed(page):
    assert page.texts(".people .name") == ["Ann Okafor"]


def test_yes_lets_them_follow(page, waiting, shy):
    with changes(Follow, by=1), changes(FollowRequest, by=-1):
        page = page.submit(YES)

    assert page.shows("Ann Okafor follows you now.")
    assert page.browser.visit("/@bob").texts(".stats a")[1] == "1 follower"


def test_yes_opens_what_is_for_followers(app, page, waiting, shy):
    publish(shy, "For a few", to="followers")
    reader = Browser(app.test_client()).sign_in(waiting)
    assert reader.visit("/@bob/for-a-few").status == 404

    page.submit(YES)

    assert reader.visit("/@bob/for-a-few").status == 200


def test_no_lets_nobody_follow(page, waiting, shy):
    with changes(Follow, by=0), changes(FollowRequest, by=-1):
        page = page.submit(NO)

    assert page.text(".empty h2") == "Nobody is waiting"


def test_who_was_refused_sees_the_button_as_before(app, page, waiting):
    page.submit(NO)

    profile = Browser(app.test_client()).sign_in(waiting).visit("/@bob")

    assert profile.text("form.follow button") == "Ask to follow Bob Lindqvist"
    assert not profile.select(".notice")


@pytest.mark.parametrize("first", [YES, NO])
@pytest.mark.parametrize("second", [YES, NO])
def test_a_second_answer_changes_nothing(page, first, second):
    page.submit(first)

    with changes(Follow, by=0):
        again = page.submit(second)

    assert (again.status, again.shows(OVER)) == (200, True)


def test_yes_to_a_request_that_was_taken_back(page, waiting, shy):
    waiting.unfollow(shy)
    db.session.commit()

    with changes(Follow, by=0):
        assert page.submit(YES).shows(OVER)


def test_yes_to_somebody_who_was_blocked_meanwhile(page, waiting, shy):
    shy.block(waiting)
    db.session.commit()

    with changes(Follow, by=0):
        assert page.submit(YES).shows(OVER)


def test_yes_to_somebody_who_blocked_meanwhile(page, waiting, shy):
    waiting.block(shy)
    db.session.commit()

    with changes(Follow, by=0):
        assert page.submit(YES).status == 404


def test_yes_to_somebody_who_left_meanwhile(page, waiting):
    waiting.leave()
    db.session.commit()

    with changes(Follow, by=0):
        assert page.submit(YES).status == 404


def test_yes_to_somebody_who_never_asked(browser, shy, cleo):
    token = browser.sign_in(shy).visit("/").value("csrf_token")

    with changes(Follow, by=0):
        page = browser.send("/follow-requests/cleo", {"csrf_token": token})

    assert page.shows(OVER)


def test_the_page_of_who_asks_offers_both_answers(browser, waiting, shy):
    page = browser.sign_in(shy).visit("/@ann")
    assert "Ann Okafor asks to follow you." in page.text(".notice")

    page = page.submit(".notice " + YES)

    assert (page.path, page.text("h1 + p .badge")) == ("/@ann", "Follows you")
