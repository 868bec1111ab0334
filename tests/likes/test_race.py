"""Likes in the same moment, in requests that really meet."""

from functools import partial

import pytest
from sqlalchemy import func, select

from app.extensions import db
from app.models import Like, Post, User
from tests.fixtures.cast import join
from tests.fixtures.writing import publish

PATH = "/@ann/the-tide-tables"
MANY = 100


@pytest.fixture
def essay(race):
    with race.app.app_context():
        return publish(join("ann", "Ann Okafor"), "The tide tables")


def readers(race, count):
    with race.app.app_context():
        return [join(f"reader{number}", "Reader") for number in range(count)]


def said(race):
    """How many rows there are, and what the post counts."""
    with race.app.app_context():
        rows = db.session.scalar(select(func.count()).select_from(Like))
        return rows, db.session.scalar(select(Post.like_count))


@pytest.fixture
def like(race, essay):
    """Somebody likes the essay, in a transaction of their own."""

    def like(person):
        with race.app.app_context():
            db.session.get(User, person.id).like(db.session.get(Post, essay.id))
            db.session.commit()

    return like


def test_a_hundred_likes_of_one_person_are_one(race, like):
    (bob,) = readers(race, 1)

    race.run(*[partial(like, bob)] * MANY)

    assert said(race) == (1, 1)


def test_a_hundred_people_are_a_hundred_likes(race, like):
    race.run(*(partial(like, person) for person in readers(race, MANY)))

    assert said(race) == (MANY, MANY)


def test_a_button_that_is_clicked_twice_is_clicked_once(race, essay):
    people = readers(race, 5)
    pages = [race.browser(one).visit(PATH) for one in people for _ in "12"]

    answers = race.run(*(partial(page.press, ".action--like") for page in pages))

    assert {answer.status for answer in answers} == {200}
    assert said(race) == (5, 5)


def test_clicks_to_and_fro_leave_what_the_rows_say(race, essay):
    pages = [race.browser(one).visit(PATH) for one in readers(race, 4) for _ in "12"]
    liked = [page.press(".action--like") for page in pages[::2]]

    race.run(*(partial(page.press, ".action--like") for page in pages + liked))

    rows, count = said(race)
    assert rows == count


def test_who_leaves_while_they_like_is_not_counted(race, essay):
    people = readers(race, 5)
    pages = [race.browser(one).visit(PATH) for one in people]

    def leave(person):
        with race.app.app_context():
            db.session.get(User, person.id).leave()
            db.session.commit()

    likes = [partial(page.press, ".action--like") for page in pages]
    race.run(*likes, *(partial(leave, person) for person in people))

    assert said(race)[1] == 0
