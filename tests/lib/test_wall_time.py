from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.lib.wall_time import SkippedTimeError, moment_of, wall_time

BERLIN, KOLKATA = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")


@pytest.mark.parametrize(
    ("text", "zone", "hour"),
    [
        ("2026-11-22T07:00", UTC, 7),
        ("2026-11-22T07:00", BERLIN, 6),
        ("2026-07-22T07:00", BERLIN, 5),
        ("2026-11-22 07:30", KOLKATA, 2),
    ],
)
def test_a_clock_is_read_in_its_zone(text, zone, hour):
    moment = moment_of(text, zone)

    assert (moment.hour, moment.minute, moment.tzinfo) == (hour, 0, UTC)


def test_of_an_hour_that_comes_twice_it_is_the_first():
    moment = moment_of("2026-10-25T02:30", BERLIN)

    assert moment == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_hour_that_is_left_out_is_none():
    with pytest.raises(SkippedTimeError):
        moment_of("2026-03-29T02:30", BERLIN)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        *((text, "Asia/Tokyo") for text in ("", "soon", "22.11.2026", "٢٠٢٦-١١-٢٢")),
        *((f"2026-11-22T{rest}", "Asia/Tokyo") for rest in ("25:00", "07:00Z")),
        ("2026-13-01T07:00", "Asia/Tokyo"),
        ("12026-01-01T00:00", "Asia/Tokyo"),
        ("0001-01-01T00:00", "Asia/Tokyo"),
        ("9999-12-31T23:59", "America/Lima"),
    ],
)
def test_what_is_no_time_is_refused(text, place):
    with pytest.raises(ValueError, match=r"\w"):
        moment_of(text, ZoneInfo(place))


@given(some.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
def test_a_form_gets_back_the_time_that_was_sent(moment):
    moment = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    shown = wall_time(moment, KOLKATA)

    assert moment_of(shown, KOLKATA) == moment
