"""People who follow, ask, answer and open the door at the same moment."""

from functools import partial

import pytest
from sqlalchemy import func, select

from app.extensions import db
from app.models import Follow, FollowRequest, User
from tests.fixtures.cast import join
from tests.support.browser import HEADERS

MANY = 100


@pytest.fixture
def people(race):
    """Ann and Bob, who do not know each other."""
    with race.app.app_context():
        return [join(name, name.title()) for name in ("ann", "bob")]


@pytest.fixture
def state(race):
    """What the rows say, and what is counted, once everybody is done."""

    def state():
        with race.app.app_context():
            known = db.session.scalars(select(User).order_by(User.handle)).all()
            counts = [(one.following_count, one.follower_count) for one in known]
            return rows(Follow), rows(FollowRequest), counts

    def rows(table):
        return db.session.scalar(select(func.count()).select_from(table))

    return state


def page_of(race, reader, path):
    return race.browser(reader).visit(path)


def lock(race, person):
    with race.app.app_context():
        db.session.get(User, person.id).lock()
        db.session.commit()


def send(race, browser, fields):
    """Press the button once more, from a window of its own."""
    window = race.app.test_client()
    window._cookies.update(browser.client._cookies)
    return window.post("/@bob/follow", data=fields, headers=HEADERS)


def test_a_hundred_at_once_follow_once(race, people, state):
    ann, _bob = people
    browser = race.browser(ann)
    fields = browser.visit("/@bob").fields("form.follow")

    answers = race.run(*[partial(send, race, browser, fields)] * MANY)

    assert {answer.status_code for answer in answers} == {303}
    assert state() == (1, 0, [(1, 0), (0, 1)])


def test_two_who_follow_each_other_at_once_both_do(race, people, state):
    ann, bob = people
    pages = [page_of(race, ann, "/@bob"), page_of(race, bob, "/@ann")] * 5

    race.run(*(partial(page.submit, "form.follow") for page in pages))

    assert state() == (2, 0, [(1, 1), (1, 1)])


def test_a_yes_and_a_request_taken_back_leave_right_counts(race, people, state):
    ann, bob = people
    lock(race, bob)
    asked = page_of(race, ann, "/@bob").submit("form.follow")
    answer = page_of(race, bob, "/follow-requests/")

    race.run(
        partial(asked.submit, "form.follow"),
        partial(answer.submit, "form[action='/follow-requests/ann']"),
    )

    assert state() == (0, 0, [(0, 0), (0, 0)])


def test_an_answer_in_two_tabs_counts_once(race, people, state):
    ann, bob = people
    lock(race, bob)
    page_of(race, ann, "/@bob").submit("form.follow")
    tabs = [page_of(race, bob, "/follow-requests/") for _ in range(8)]

    race.run(
        *(partial(tab.submit, "form[action='/follow-requests/ann']") for tab in tabs)
    )

    assert state() == (1, 0, [(1, 0), (0, 1)])


def test_nobody_is_left_waiting_before_an_open_door(race, people, state):
    ann, bob = people
    lock(race, bob)
    profile = page_of(race, ann, "/@bob")
    settings = page_of(race, bob, "/settings/privacy/")
    del settings.html.select_one("#is_locked")["checked"]

    race.run(
        partial(profile.submit, "form.follow"), partial(settings.submit, "#privacy")
    )

    assert state() == (1, 0, [(1, 0), (0, 1)])


def test_who_blocks_while_they_are_followed_is_followed_by_nobody(race, people, state):
    ann, bob = people
    profile = page_of(race, ann, "/@bob")
    block = page_of(race, bob, "/@ann/block")

    race.run(
        partial(profile.submit, "form.follow"),
        partial(block.submit, "main form[action$='/block']"),
    )

    assert state() == (0, 0, [(0, 0), (0, 0)])


def test_who_leaves_while_they_are_followed_is_not_counted(race, people, state):
    ann, bob = people
    profile = page_of(race, ann, "/@bob")
    leaving = page_of(race, bob, "/settings/leaving/")

    race.run(
        partial(profile.submit, "form.follow"),
        partial(leaving.submit, "form[action='/settings/leaving/']"),
    )

    assert state()[2][0] == (0, 0)
