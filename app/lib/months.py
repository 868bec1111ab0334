"""Months of the world's calendar (UTC).

>>> Month.of(datetime(2026, 12, 31, 23, 59, tzinfo=UTC)).ends
datetime.datetime(2027, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
"""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, order=True)
class Month:
    """A month from 1 (January) to 12 of a year from 1 to 9998.

    :raises ValueError: for what is no month.
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1 <= self.number <= 12 and 1 <= self.year <= 9998):
            raise ValueError(f"no month: {self.year}-{self.number}")

    @classmethod
    def of(cls, moment: datetime) -> "Month":
        """The month in which it is ``moment``, whatever its zone, in UTC."""
        there = moment.astimezone(UTC)
        return cls(there.year, there.month)

    @property
    def begins(self) -> datetime:
        """Its first moment."""
        return datetime(self.year, self.number, 1, tzinfo=UTC)

    @property
    def ends(self) -> datetime:
        """The first moment of the month after it."""
        years, number = divmod(self.number, 12)
        return datetime(self.year + years, number + 1, 1, tzinfo=UTC)

    @property
    def middle(self) -> datetime:
        """A moment that belongs to this month on every clock of the world."""
        return datetime(self.year, self.number, 15, 12, tzinfo=UTC)


def months_between(first: datetime, last: datetime, most: int) -> list[Month]:
    """Every month from that of ``last`` back to that of ``first``, ``most`` of them."""
    end, start = (12 * m.year + m.number - 1 for m in (Month.of(last), Month.of(first)))
    counted = range(end, max(start - 1, end - most), -1)
    return [Month(n // 12, n % 12 + 1) for n in counted]
