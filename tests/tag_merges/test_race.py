"""Somebody writes under a tag in the moment in which it becomes another."""

from functools import partial

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, undefer_group

from app.extensions import db
from app.models import FormerTag, Post, Tag, Tagging, User, tag_changes
from tests.fixtures.cast import join
from tests.fixtures.writing import publish

MANY = 12


@pytest.fixture
def writers(race):
    """People with a post each, who are about to write of #inks and of #ink."""
    with race.app.app_context():
        publish(join("ann", "Ann"), "First", "#inks and #ink")
        people = [join(f"writer{number}", "Writer") for number in range(MANY)]
        return [publish(person, "A post").id for person in people]


def write(race, key, body):
    with race.app.app_context():
        db.session.get(
            Post, key, options=[undefer_group("whole"), joinedload(Post.author)]
        ).revise(title="A post", summary="", body=body)
        db.session.commit()


def merge(race, source, target):
    with race.app.app_context():
        tags = [db.session.scalar(Tag.named(name)) for name in (source, target)]
        ann = db.session.scalar(User.known_as("ann"))
        if (
            None not in tags
            and len(db.session.scalars(tag_changes.held(tags)).all()) == 2
        ):
            tag_changes.merge(*tags, ann)
        db.session.commit()


def test_nothing_is_lost_and_nothing_fails(race, writers):
    works = [
        partial(write, race, key, "#inks, #ink" if key % 2 else "#ink, #inks")
        for key in writers
    ]

    race.run(*works, partial(merge, race, "inks", "ink"))

    with race.app.app_context():
        assert db.session.scalars(select(Tag.name)).all() == ["ink"]
        tagged = db.session.scalar(select(func.count()).select_from(Tagging))
        assert tagged == MANY + 1


def test_two_that_are_merged_into_each_other_are_one(race, writers):
    race.run(
        partial(merge, race, "inks", "ink"),
        partial(merge, race, "ink", "inks"),
    )

    with race.app.app_context():
        (left,) = db.session.scalars(select(Tag)).all()
        (former,) = db.session.scalars(select(FormerTag)).all()
        assert {left.name, former.name} == {"ink", "inks"}
        assert former.tag_id == left.id
