"""Exercise 15: a command that names the files which are missing."""

import pytest

from app.extensions import db
from app.models import Picture
from app.web import pictures
from tests.support.pictures import drawn, written


@pytest.fixture
def covered(essay):
    """The picture above an essay of Ann's."""
    pictures.put_above(essay, written(drawn(60, 40)), "The harbour")
    return db.session.scalar(db.select(Picture))


@pytest.fixture
def check(app):
    """What ``flask media check`` answers."""
    runner = app.test_cli_runner()
    return lambda: runner.invoke(args=["media", "check"])


def test_where_all_is_well_it_says_nothing(covered, check):
    answer = check()

    assert (answer.exit_code, answer.output) == (0, "")


def test_a_file_that_is_missing_is_named(covered, check):
    [lost] = pictures.store().folder.rglob("60.jpg")
    lost.unlink()

    assert check().output == f"Missing: {covered.name}/60.jpg\n"


def test_every_file_of_a_lost_folder_is_named(covered, check):
    pictures.store().delete(covered.name)
    named = check().output.splitlines()

    assert named == [f"Missing: {covered.name}/{file}" for file in covered.variants]


def test_whoever_runs_it_every_night_learns_that_something_is_wrong(covered, check):
    pictures.store().delete(covered.name)

    assert check().exit_code == 1
