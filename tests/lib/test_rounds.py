"""The same hour of a wall clock, whatever the clocks do."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.lib.rounds import next_round

BERLIN = ZoneInfo("Europe/Berlin")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "due"),
    [
        ("2026-11-21T06:59", "2026-11-21T07:00"),
        ("2026-11-21T07:00", "2026-11-22T07:00"),
        # The clocks are set forward in the night to the 29th of March.
        ("2026-03-28T07:00", "2026-03-29T06:00"),
        # And back in the night to the 25th of October.
        ("2026-10-24T06:00", "2026-10-25T07:00"),
    ],
)
def test_every_day_at_eight_in_berlin(after, due):
    assert next_round(at(after), BERLIN, 8) == at(due)


def test_an_hour_that_is_skipped_counts_as_the_next_one():
    assert next_round(at("2026-03-28T12:00"), BERLIN, 2) == at("2026-03-29T01:00")


def test_an_hour_that_comes_twice_is_the_first():
    first = next_round(at("2026-10-24T12:00"), BERLIN, 2)

    assert first == at("2026-10-25T00:00")
    assert next_round(first, BERLIN, 2) == at("2026-10-26T01:00")


def test_every_week_on_one_day():
    sunday = next_round(at("2026-11-21T07:00"), BERLIN, 8, weekday=6)

    assert sunday == at("2026-11-22T07:00")
    assert next_round(sunday, BERLIN, 8, weekday=6) == at("2026-11-29T07:00")
