from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.cursors import cursor_of, place_of
from tests.support.prose import a_property

MOMENTS = st.datetimes(
    datetime(1970, 1, 1), datetime(4000, 1, 1), timezones=st.just(UTC)
)
KEYS = st.integers(1, 2**60 - 1)


@a_property
@given(MOMENTS, KEYS)
def test_a_cursor_leads_back_to_its_place(moment, key):
    assert place_of(cursor_of(moment, key)) == (moment, key)


@a_property
@given(MOMENTS, KEYS)
def test_a_cursor_needs_no_escaping(moment, key):
    assert cursor_of(moment, key).replace("-", "").isalnum()


def test_the_zone_of_the_moment_does_not_matter():
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    elsewhere = noon.astimezone(timezone(timedelta(hours=9)))

    assert cursor_of(elsewhere, 7) == cursor_of(noon, 7)


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "-",
        "1",
        "1-",
        "-1",
        "1-2-3",
        " 1-2",
        "1-2\n",
        "A-B",
        "g-1",
        "١-٢",
        "1--2",
        "f" * 15 + "-1",
        "1-" + "f" * 16,
        "9" * 10_000,
        "' OR 1=1 --",
    ],
)
def test_what_is_no_cursor_is_refused(cursor):
    with pytest.raises(ValueError, match="not a cursor"):
        place_of(cursor)


@a_property
@given(st.from_regex(r"[0-9a-f]{1,14}-[0-9a-f]{1,15}", fullmatch=True))
def test_a_place_is_one_that_a_database_can_compare(cursor):
    moment, key = place_of(cursor)

    assert moment.tzinfo is UTC
    assert key < 2**63
