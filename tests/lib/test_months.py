from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.lib.months import Month, months_between


@pytest.mark.parametrize(
    ("year", "number"), [(2026, 0), (2026, 13), (0, 1), (9999, 12), (-1, 5)]
)
def test_what_is_no_month_is_refused(year, number):
    with pytest.raises(ValueError, match="no month"):
        Month(year, number)


def test_a_month_ends_where_the_next_begins():
    assert Month(2026, 12).ends == Month(2027, 1).begins


def test_a_moment_belongs_to_the_month_of_the_world():
    here = datetime(2026, 12, 1, 1, tzinfo=timezone(timedelta(hours=3)))

    assert Month.of(here) == Month(2026, 11)


def test_months_count_back_from_the_last_to_the_first():
    first, last = datetime(2025, 11, 30, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)

    assert months_between(first, last, 100) == [
        Month(2026, 2),
        Month(2026, 1),
        Month(2025, 12),
        Month(2025, 11),
    ]
    assert months_between(first, last, 2) == [Month(2026, 2), Month(2026, 1)]
