"""Exercise 19: what was delivered long ago is forgotten, by flask prune."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Outbox
from app.models.columns import now


def left(name, **moments):
    """A row that is about to be looked at, with these moments in it."""
    Outbox.put("test", "sealed words", once=name)
    row = db.session.scalars(db.select(Outbox).order_by(Outbox.id.desc())).first()
    for column, days in moments.items():
        setattr(row, column, now() - timedelta(days=days))
    row.last_error = name
    db.session.commit()


@pytest.fixture
def names(app):
    """The names of the rows that are there after ``flask prune``."""
    left("delivered yesterday", delivered_at=1)
    left("delivered last week", delivered_at=8)
    left("failed last week", failed_at=8)
    left("failed last month", failed_at=31)
    left("waiting for long", due_at=90, created_at=90)
    app.test_cli_runner().invoke(args=["prune"], catch_exceptions=False)
    return set(db.session.scalars(db.select(Outbox.last_error)))


def test_what_was_delivered_is_kept_for_a_week(names):
    assert "delivered yesterday" in names
    assert "delivered last week" not in names


def test_what_failed_is_kept_for_a_month(names):
    assert "failed last week" in names
    assert "failed last month" not in names


def test_what_waits_is_never_forgotten(names):
    assert "waiting for long" in names


def test_it_says_how_much_that_was(app):
    left("delivered last week", delivered_at=8)
    said = app.test_cli_runner().invoke(args=["prune"])

    assert said.output == "1 removed.\n"
