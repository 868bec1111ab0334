from datetime import timedelta

import pytest

from app.extensions import db
from app.models import ModerationAct, Outbox, Suspension
from app.models.columns import now
from app.web.pruning import prune
from tests.support.database import changes, fresh
from tests.support.mailbox import deliver_all

FORM = "main form[action='/moderation/people/bob']"


@pytest.fixture
def suspended(browser, bob, dan):
    """Bob, suspended for a day by Dan."""
    page = browser.sign_in(dan).visit("/moderation/people/bob")
    page.submit(FORM, what="suspend", term="1", note="Once.", message="A day off.")
    return fresh(bob)


@pytest.fixture
def over(suspended):
    """The same, a day later."""
    past = now() - timedelta(minutes=1)
    db.session.execute(db.update(Suspension).values(until=past))
    due = db.update(Outbox).where(Outbox.kind == "suspension_end")
    db.session.execute(due.values(due_at=past))
    db.session.commit()
    return suspended


def test_the_worker_lifts_it_in_time(over):
    deliver_all()

    assert fresh(over).withheld_at is None


def test_the_night_lifts_what_no_worker_has(over):
    prune()
    db.session.commit()

    assert fresh(over).withheld_at is None


def test_it_is_in_the_log_as_done_by_nobody(over):
    with changes(ModerationAct, by=1):
        prune()
        db.session.commit()

    act = db.session.scalars(ModerationAct.on(over)).first()
    assert (act.what, act.moderator) == ("unsuspend", None)


def test_what_lasts_still_is_not_lifted(suspended):
    due = db.update(Outbox).where(Outbox.kind == "suspension_end")
    db.session.execute(due.values(due_at=now()))
    db.session.commit()

    deliver_all()
    prune()

    assert fresh(suspended).withheld_at is not None
