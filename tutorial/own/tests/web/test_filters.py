"""How templates write times."""

from datetime import UTC, datetime, timedelta

import pytest

from app.web.filters import ago, day


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=3), "1 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=5), "5 h"),
    ],
)
def test_what_was_today_is_said_in_minutes_or_hours(app, passed, words):
    assert ago(datetime.now(UTC) - passed) == words


def test_what_was_before_is_said_by_its_date(app):
    moment = datetime(2026, 11, 20, 12, tzinfo=UTC)

    assert day(moment) == "20 November 2026"
