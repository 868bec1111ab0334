"""The clock of the machine is set back: all that is noted lies in the future then.

Rows are moved instead of the clock; for them it is the same.
"""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.extensions import db
from app.models import AccountToken, LoginSession, Outbox
from app.models.account_token import RESET_PASSWORD
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.accounts import account_of

HOUR, YEAR = timedelta(hours=1), timedelta(days=365)


def set_back(table, by):
    """Have the clock be set back after everything in ``table`` was written."""
    for row in db.session.scalars(select(table)):
        for column in table.__table__.columns:
            if column.name.endswith(("_at", "_until")) and getattr(row, column.name):
                setattr(row, column.name, getattr(row, column.name) + by)
    db.session.commit()
    db.session.expire_all()


@pytest.mark.parametrize("jump", [HOUR, YEAR, -HOUR])
def test_nobody_is_signed_out(browser, ann, jump):
    browser.sign_in(ann)
    set_back(LoginSession, jump)

    assert browser.visit("/drafts").status == 200


def test_a_session_of_the_future_ends_when_one_of_today_would(browser, ann):
    browser.sign_in(ann)
    set_back(LoginSession, YEAR)
    browser.visit("/drafts")

    ends = db.session.scalars(select(LoginSession.expires_at)).one()
    assert ends < now() + timedelta(days=31)


def test_who_proved_themselves_in_the_future_does_so_again(browser, ann):
    browser.sign_in(ann)
    set_back(LoginSession, YEAR)

    assert not db.session.scalars(select(LoginSession)).one().is_proved


@pytest.mark.parametrize(("jump", "is_good"), [(HOUR, True), (YEAR, False)])
def test_a_link_of_the_future_is_not_good_for_ever(ann, jump, is_good):
    token = AccountToken.issue(account_of(ann), RESET_PASSWORD)
    db.session.commit()
    set_back(AccountToken, jump)

    link = db.session.scalar(AccountToken.behind(token, RESET_PASSWORD))
    assert link.is_valid == is_good


@pytest.mark.parametrize("jump", [-HOUR, YEAR])
def test_what_a_dead_worker_held_is_taken_by_another(app, jump):
    key = Outbox.put("mail", "")
    db.session.scalar(Outbox.claim(key, timedelta(minutes=5)))
    held = now() + timedelta(minutes=5) + jump
    db.session.execute(update(Outbox).values(leased_until=held))

    assert db.session.scalars(Outbox.due()).all() == [key]


def test_what_was_published_in_the_future_appears_when_it_is_due(browser, ann):
    for number in range(30):
        publish(ann, f"Wave {number}", ago=timedelta(minutes=number - 15))

    first = browser.visit("/@ann")
    assert first.status == 200
    assert not {f"Wave {number}" for number in range(15)} & set(first.texts("h2"))
