"""Somebody who is away is seen nowhere, by nobody."""

import pytest

from app.extensions import db
from tests.fixtures.writing import publish

TITLE, NAME = "A wheel", "Bob Lindqvist"
PAGES = [
    "/",
    "/explore/",
    "/people",
    "/@ann/followers",
    "/@ann/following",
    "/@cleo",
    "/@cleo/following",
    "/@cleo/followers",
]
OWN = ["/@bob", "/@bob/a-wheel", "/@bob/followers", "/@bob/following"]
READERS = ["visitor", "stranger", "follower"]


@pytest.fixture
def away(ann, bob, cleo, eve):
    """Bob, who wrote, follows Ann, is followed by Ann and Cleo, and is away."""
    publish(bob, TITLE)
    for one, other in ((bob, ann), (ann, bob), (cleo, bob), (bob, cleo)):
        one.follow(other)
    db.session.commit()
    bob.leave()
    db.session.commit()
    return bob


@pytest.fixture(params=READERS)
def reader(request, browser, away, cleo, eve):
    """A visitor, somebody who does not know Bob, and somebody who follows him."""
    who = {"stranger": eve, "follower": cleo}.get(request.param)
    return browser.sign_in(who) if who else browser


@pytest.mark.parametrize("path", PAGES)
def test_no_list_shows_them(reader, path):
    page = reader.visit(path)

    assert page.status == 200
    assert not page.shows(NAME)
    assert not page.shows(TITLE)


@pytest.mark.parametrize("path", OWN)
def test_their_own_pages_are_not_there(reader, path):
    assert reader.visit(path).status == 404


def test_nobody_follows_them_meanwhile(browser, away, eve):
    page = browser.sign_in(eve).visit("/@ann")
    token = page.value("csrf_token")

    assert browser.send("/@bob/follow", {"csrf_token": token}).status == 404


def test_counts_leave_them_out(browser, away):
    page = browser.visit("/@ann")

    assert page.texts(".stats a") == ["0 posts", "0 followers", "0 following"]


@pytest.mark.parametrize("path", ["/explore/", "/people", "/@ann/followers"])
def test_back_again_they_are_on_every_list(browser, away, path):
    away.come_back()
    db.session.commit()

    assert browser.visit(path).shows(NAME)


@pytest.mark.parametrize("path", OWN)
def test_back_again_their_own_pages_are_there(browser, away, path):
    away.come_back()
    db.session.commit()

    assert browser.visit(path).status == 200
