from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Mute
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.database import changes

LISTS = ["/explore/", "/", "/tags/bells"]


@pytest.fixture
def bells(ann, bob):
    """A note of Bob's, whom Ann follows."""
    ann.follow(bob)
    return publish(bob, body="A raisin in the bell. #bells")


@pytest.mark.parametrize("path", LISTS)
def test_lists_leave_out_whom_one_has_muted(browser, ann, bob, bells, path):
    browser.sign_in(ann)
    assert browser.visit(path).shows("raisin")

    browser.visit("/@bob/mute").submit("main form")

    assert not browser.visit(path).shows("raisin")


def test_their_own_page_stands_as_before(browser, ann, bob, bells):
    ann.mute(bob)
    db.session.commit()

    page = browser.sign_in(ann).visit("/@bob")

    assert page.shows("raisin")
    assert page.shows("You have muted Bob Lindqvist")


@pytest.mark.parametrize("path", LISTS)
def test_what_is_over_is_over(browser, ann, bob, bells, path):
    ann.mute(bob, until=now() - timedelta(minutes=1))
    db.session.commit()

    assert browser.sign_in(ann).visit(path).shows("raisin")


def test_a_second_answer_says_for_how_long(browser, ann, bob):
    ann.mute(bob)
    db.session.commit()

    with changes(Mute, by=0):
        page = browser.sign_in(ann).visit("/@bob/mute").submit("main form", span="7")

    assert page.text(".people").count("until") == 1
    assert not page.shows("until you change it")


def test_no_span_but_those_that_are_offered(browser, ann, bob):
    question = browser.sign_in(ann).visit("/@bob/mute")

    with changes(Mute, by=0):
        page = question.submit("main form", span="9999999")

    assert page.status == 422


def test_whoever_is_muted_notices_nothing(browser, ann, bob, essay):
    ann.mute(bob)
    db.session.commit()

    page = browser.sign_in(bob).visit("/@ann")

    assert page.shows("The tide tables")


def test_one_hears_of_them_again(browser, ann, bob, bells):
    ann.mute(bob)
    db.session.commit()

    browser.sign_in(ann).visit("/settings/mutes/").submit(".people form")

    assert browser.visit("/").shows("raisin")


def test_who_is_away_has_no_name_there_and_can_be_unmuted(browser, ann, bob):
    ann.mute(bob)
    bob.leave()
    db.session.commit()

    page = browser.sign_in(ann).visit("/settings/mutes/")

    assert page.text(".people p").startswith("Somebody who left@bob")
    with changes(Mute, by=-1):
        assert page.submit(".people form").status == 200


def test_the_night_removes_what_is_over(ann, bob):
    ann.mute(bob, until=now() - timedelta(minutes=1))

    with changes(Mute, by=-1):
        db.session.execute(Mute.removal())
