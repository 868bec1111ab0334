"""The button beside somebody who chooses who follows."""

from app.extensions import db
from app.models import Follow, FollowRequest
from tests.support.database import changes

BUTTON = "form.follow button"


def test_it_says_that_it_asks(browser, ann, shy):
    page = browser.sign_in(ann).visit("/@bob")

    assert page.text(BUTTON) == "Ask to follow Bob Lindqvist"
    assert "Chooses who follows" in page.text("h1")


def test_it_turns_into_requested(browser, ann, shy):
    page = browser.sign_in(ann).visit("/@bob")

    with changes(FollowRequest, by=1), changes(Follow, by=0):
        page = page.submit("form.follow")

    assert page.text(BUTTON) == "Requested Bob Lindqvist"
    assert page.select(BUTTON)[0]["aria-pressed"] == "true"


def test_pressed_again_it_takes_the_request_back(browser, waiting, shy):
    page = browser.sign_in(waiting).visit("/@bob")

    with changes(FollowRequest, by=-1):
        page = page.submit("form.follow")

    assert page.text(BUTTON) == "Ask to follow Bob Lindqvist"


def test_two_tabs_ask_once(browser, ann, shy):
    tabs = [browser.sign_in(ann).visit("/@bob") for _ in range(2)]

    with changes(FollowRequest, by=1):
        pages = [tab.submit("form.follow") for tab in tabs]

    assert {page.status for page in pages} == {200}


def test_nothing_is_counted_yet(browser, waiting, shy):
    page = browser.visit("/@bob")

    assert page.texts(".stats a")[1:] == ["0 followers", "0 following"]


def test_on_lists_it_says_the_same(browser, waiting, shy, cleo):
    cleo.follow(shy)
    shy.accept(cleo)
    db.session.commit()

    page = browser.sign_in(waiting).visit("/@cleo/following")

    assert page.text(".people form.follow button") == "Requested Bob Lindqvist"


def test_a_block_ends_the_request(browser, waiting, shy):
    shy.block(waiting)
    db.session.commit()

    assert not waiting.has_asked(shy)
    assert browser.sign_in(shy).visit("/follow-requests/").text(".empty h2")


def test_nobody_asks_whom_they_blocked(browser, ann, shy):
    ann.block(shy)
    db.session.commit()
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    with changes(FollowRequest, by=0):
        page = browser.send("/@bob/follow", {"csrf_token": token})

    assert page.status == 403
