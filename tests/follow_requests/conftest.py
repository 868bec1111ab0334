import pytest

from app.extensions import db


@pytest.fixture
def shy(bob):
    """Bob, who chooses who follows him."""
    bob.lock()
    db.session.commit()
    return bob


@pytest.fixture
def waiting(ann, shy):
    """Ann, who has asked Bob."""
    ann.follow(shy)
    db.session.commit()
    return ann
