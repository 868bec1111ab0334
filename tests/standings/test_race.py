"""Decisions that meet, in requests of their own."""

from functools import partial

import pytest

from app.extensions import db
from app.models import ModerationAct, User
from tests.fixtures.cast import join

FORM = "main form[action^='/moderation/people/']"
WHY = {"note": "Third time.", "message": "Enough."}


@pytest.fixture
def decide(race):
    """Has several decide at once about somebody; the status of each answer."""

    def decide(*choices):
        works = []
        for judge, handle, what in choices:
            page = race.browser(judge).visit(f"/moderation/people/{handle}")
            works.append(partial(page.submit, FORM, what=what, **WHY))
        return sorted(page.status for page in race.run(*works))

    return decide


def test_of_two_moderators_one_decides(race, decide):
    with race.app.app_context():
        dan, mia = (join(name, name, role="moderator") for name in ("dan", "mia"))
        join("bob", "Bob")

    assert decide((dan, "bob", "suspend"), (mia, "bob", "suspend")) == [200, 409]


def test_of_two_admins_who_suspend_each_other_one_stays(race, decide):
    with race.app.app_context():
        ann, bob = (join(name, name, role="admin") for name in ("ann", "bob"))

    statuses = decide((ann, "bob", "suspend"), (bob, "ann", "suspend"))

    with race.app.app_context():
        here = db.session.scalars(db.select(User).where(User.is_here())).all()
        assert (len(here), statuses[0]) == (1, 200)
        assert len(db.session.scalars(db.select(ModerationAct)).all()) == 1
