"""What comes again at the same hour of a wall clock, whatever the clocks do."""

from datetime import UTC, datetime, time, timedelta, tzinfo


def next_round(
    after: datetime, zone: tzinfo, hour: int, weekday: int | None = None
) -> datetime:
    """Return when clocks in ``zone`` show this full ``hour`` next, after ``after``.

    An hour that the clocks skip counts as the one after it; of an hour that comes
    twice, it is the first.

    :param weekday: on this day alone, 0 for Monday; None for every day.
    """
    today = after.astimezone(zone).date()
    for days in range(9):
        day = today + timedelta(days=days)
        moment = datetime.combine(day, time(hour), zone).astimezone(UTC)
        if moment > after and weekday in (None, day.weekday()):
            return moment
    raise AssertionError("a week has seven days")
