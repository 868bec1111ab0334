"""What of reports and of moderation comes along in somebody's copy."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.extensions import db

WHY = {"note": "Third time.", "message": "No more bells."}


@pytest.fixture
def take(browser):
    """What the site knows of somebody, out of their copy."""

    def take(person):
        page = browser.sign_in(person).visit("/settings/data/").submit("main form")
        return json.loads(ZipFile(BytesIO(page.answer.data)).read("account.json"))

    return take


def test_who_has_reported_takes_along_what_they_said(take, cleo, report):
    [told] = take(cleo)["report"]

    assert (told["kind"], told["reason"], told["words"]) == (
        "post",
        "spam",
        "He sells bells.",
    )


def test_who_is_reported_learns_nothing_of_it(take, bob, report):
    known = take(bob)

    assert known["report"] == []
    assert "bells" not in json.dumps(known)


def test_what_moderators_told_somebody_comes_along_without_their_note(
    take, bob, dan, matter
):
    dan.judge(bob, "warn", matter=matter, **WHY)
    db.session.commit()

    [told] = take(bob)["moderation_act"]

    assert (told["what"], told["message"]) == ("warn", "No more bells.")
    assert "note" not in told
