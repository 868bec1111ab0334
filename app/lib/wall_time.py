"""Times as a clock on a wall shows them: without a zone, and not always once."""

from datetime import UTC, datetime, tzinfo


class SkippedTimeError(ValueError):
    """The clocks of the zone never show it: they are set forward past it."""


def moment_of(text: str, zone: tzinfo) -> datetime:
    """Return when clocks in ``zone`` show ``text``, as in ``"2026-11-22T07:00"``.

    Of an hour that comes twice, when clocks are set back, it is the first.

    :raises SkippedTimeError: when no clock shows it.
    :raises ValueError: when it is no time at all.
    """
    wall = datetime.fromisoformat(text)
    if wall.tzinfo is not None:
        raise ValueError("It says a zone of its own.")
    try:
        moment = wall.replace(tzinfo=zone).astimezone(UTC)
        shown = moment.astimezone(zone).replace(tzinfo=None)
    except OverflowError as error:
        raise ValueError("It is at an end of all time.") from error
    if shown != wall:
        raise SkippedTimeError(text)
    return moment


def wall_time(moment: datetime, zone: tzinfo) -> str:
    """Return what clocks in ``zone`` show at ``moment``, as a form wants to have it."""
    return f"{moment.astimezone(zone):%Y-%m-%dT%H:%M}"
