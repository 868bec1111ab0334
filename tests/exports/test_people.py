"""Whom somebody has to do with, in their copy of everything."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.extensions import db
from tests.fixtures.writing import publish


@pytest.fixture
def copy(browser, ann, bob, cleo, dan, eve):
    """Bob's copy: he asked Ann, put off Cleo, blocked Eve, muted Dan."""
    publish(ann, "On ink", "Blots. #ink")
    ann.lock()
    db.session.flush()
    bob.follow(ann)
    bob.put_off(cleo)
    bob.block(eve)
    bob.mute(dan)
    browser.sign_in(bob).visit("/tags/ink").submit("form.follow")
    page = browser.visit("/settings/data/").submit("main form")
    return ZipFile(BytesIO(page.answer.data))


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("asked.csv", "ann"),
        ("not-now.csv", "cleo"),
        ("blocked.csv", "eve"),
        ("muted.csv", "dan"),
    ],
)
def test_it_says_whom_one_asked_and_put_off(copy, name, handle):
    lines = copy.read(name).decode().splitlines()

    assert name in copy.read("README.txt").decode()
    assert [line.split(",")[0] for line in lines] == ["handle", handle]


def test_it_says_which_tags_one_follows_and_what_one_chose(copy):
    profile = json.loads(copy.read("profile.json"))

    assert [row["tag"] for row in profile["followed tags"]] == ["ink"]
    assert (profile["is_locked"], profile["is_suggested"]) == (False, True)
