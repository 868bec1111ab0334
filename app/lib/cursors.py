"""Places in a list, small enough for an address and meaning nothing to a reader."""

import re
from datetime import UTC, datetime, timedelta

_SHAPE = re.compile(r"([0-9a-f]{1,14})-([0-9a-f]{1,15})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def cursor_of(moment: datetime, key: int) -> str:
    """Return the place of the row with this ``moment`` and ``key``."""
    return f"{(moment - _EPOCH) // _MICROSECOND:x}-{key:x}"


def place_of(cursor: str) -> tuple[datetime, int]:
    """Return the moment and the key that :func:`cursor_of` was given.

    :raises ValueError: when ``cursor`` is not one of ours.
    """
    if not (match := _SHAPE.fullmatch(cursor)):
        raise ValueError(f"not a cursor: {cursor[:40]!r}")
    moment, key = (int(part, 16) for part in match.groups())
    try:
        return _EPOCH + moment * _MICROSECOND, key
    except OverflowError as error:
        raise ValueError("a cursor from beyond the calendar") from error


def ranked_cursor(rank: int, key: int) -> str:
    """Return the place of the row with this number and ``key`` in a ranked list."""
    return f"{rank:x}-{key:x}"


def ranked_place(cursor: str) -> tuple[int, int]:
    """Return the number and the key that :func:`ranked_cursor` was given.

    :raises ValueError: when ``cursor`` is not one of ours.
    """
    if not (match := _SHAPE.fullmatch(cursor)):
        raise ValueError(f"not a cursor: {cursor[:40]!r}")
    rank, key = (int(part, 16) for part in match.groups())
    return min(rank, 2**31 - 1), key


# Scores may be below nothing: of what is old, or of no time at all.
_DEEPEST = 2**40


def scored_cursor(score: int, key: int) -> str:
    """Return the place of the row with this score and ``key`` among what was found."""
    return f"{score + _DEEPEST:x}-{key:x}"


def scored_place(cursor: str) -> tuple[int, int]:
    """Return the score and the key that :func:`scored_cursor` was given.

    :raises ValueError: when ``cursor`` is not one of ours.
    """
    if not (match := _SHAPE.fullmatch(cursor)):
        raise ValueError(f"not a cursor: {cursor[:40]!r}")
    score, key = (int(part, 16) for part in match.groups())
    return score - _DEEPEST, key
