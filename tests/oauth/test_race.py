"""A code or a token that comes several times at the same moment."""

from functools import partial

import pytest

from app.extensions import db
from app.models import AccessToken, Application
from tests.fixtures.cast import join
from tests.support.oauth import BACK, Dancer

TIMES = 4


@pytest.fixture
def dancer(race):
    """An application in front of Bob, on a database where requests meet."""
    with race.app.app_context():
        application = Application.register(join("cleo", "Cleo"), "Quill", "", [BACK])
        bob = join("bob", "Bob Lindqvist")
        for row in (application, bob):
            db.session.refresh(row)
    return Dancer(race.app.test_client(), race.browser(bob), application)


def codes(answers):
    return sorted(answer.status_code for answer in answers)


def left(race):
    with race.app.app_context():
        return db.session.query(AccessToken).count()


def test_a_code_is_used_once_however_many_try(race, dancer):
    code = dancer.press()["code"]
    answers = race.run(*[partial(dancer.exchange, code)] * TIMES)

    assert codes(answers) == [200] + [400] * (TIMES - 1)
    assert left(race) == 0


def test_a_token_is_renewed_once_however_many_try(race, dancer):
    token = dancer.dance()["refresh_token"]
    answers = race.run(*[partial(dancer.refresh, token)] * TIMES)

    assert codes(answers) == [200] + [400] * (TIMES - 1)
    assert left(race) == 0
