"""A number for each row of a list that is ordered by time.

Both databases walk an index of it from the newest to the oldest, and begin anywhere.
SQLite's full text index knows no other order than that of a single number.
"""

from datetime import UTC, datetime

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# So many bits for the key: a billion rows. What is left is enough for all times.
_BITS = 30
_FAR = 2**32
#: Below all moments: what has none yet.
NOWHERE = -(2**63) + 1


def place_at(moment: datetime | None, key: int = 0) -> int:
    """Return the place of the row ``key`` of this ``moment``, to the second.

    Rows of a later moment have a higher place; those of none the lowest.
    """
    key %= 1 << _BITS
    if moment is None:
        return NOWHERE + key
    return (max(-_FAR, min(_FAR, seconds_of(moment))) << _BITS) + key


def moment_of(place: int) -> int:
    """Return the moment of a place, in seconds since 1970."""
    return place >> _BITS


def seconds_of(moment: datetime) -> int:
    return int((moment - _EPOCH).total_seconds() // 1)
