from datetime import timedelta

import pytest

from app.extensions import db
from app.models import LoginSession, Post
from app.models.columns import now
from tests.support.database import changes


@pytest.fixture
def prune(app):
    """Runs ``flask prune`` and gives what it said."""
    runner = app.test_cli_runner()
    return lambda *options: runner.invoke(args=["prune", *options]).output


@pytest.fixture
def forgotten(binned):
    """A post that was in the bin for its 30 days."""
    binned.deleted_at = now() - timedelta(days=30)
    db.session.commit()
    return binned


def test_what_rested_long_enough_goes(prune, forgotten):
    with changes(Post, by=-1):
        said = prune()

    assert said == "Gone: 1 × post.\n"


def test_a_rehearsal_removes_nothing(prune, forgotten):
    with changes(Post, by=0):
        said = prune("--dry-run")

    assert said == "Would go: 1 × post.\n"


def test_a_younger_post_stays(prune, forgotten):
    forgotten.deleted_at = now() - timedelta(days=29, hours=23)
    db.session.commit()

    with changes(Post, by=0):
        prune()


def test_what_is_not_in_the_bin_stays(prune, essay, draft):
    with changes(Post, by=0):
        assert prune() == ""


def test_ended_sessions_go_and_live_ones_stay(prune, browser, ann, bob):
    browser.sign_in(ann)
    LoginSession.begin(bob, device="Old phone", keep=False)
    db.session.flush()
    ended = db.session.query(LoginSession).filter_by(user_id=bob.id).one()
    ended.expires_at = now()
    db.session.commit()

    with changes(LoginSession, by=-1):
        prune()


def test_pruning_twice_removes_nothing_more(prune, forgotten):
    prune()

    with changes(Post, by=0):
        prune()
