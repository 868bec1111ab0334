"""Programs that ask."""

import pytest

from app.extensions import db
from app.models import AccessToken
from tests.support.program import Program


@pytest.fixture
def token(bob):
    """What acts for Bob."""
    _, token = AccessToken.issue(bob, "A script")
    db.session.commit()
    return token


@pytest.fixture
def program(app, token):
    """A script of Bob's."""
    return Program(app.test_client(), token)


@pytest.fixture
def stranger(app):
    """A program without a token."""
    return Program(app.test_client())
