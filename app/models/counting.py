"""A counter beside what it counts: which are wrong, and how they are set right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Update, and_, func, select, true, update


@dataclass(frozen=True)
class Counting:
    """A column, and what it would say if it were right.

    :param key: the number of the row that the column stands in.
    :param counter: the column.
    :param truth: an expression about the same row.
    :param among: the condition of the rows that are counted at all.
    """

    key: Any
    counter: Any
    truth: Any
    among: Any = None

    def rows(self) -> Select[int]:
        """How many rows have the counter."""
        return select(func.count()).select_from(self.key.table)

    def batch(self, after: int, size: int) -> Select[int]:
        """The last key of the next ``size`` rows; None when there are no more."""
        keys = select(self.key).where(self.key > after).order_by(self.key).limit(size)
        return select(func.max(keys.subquery().c[0]))

    def wrong(self, after: int, upto: int) -> Select[int]:
        """The keys of a batch whose counter is wrong, in their order."""
        batch = select(self.key).where(self.key > after, self.key <= upto)
        return batch.where(self._is_wrong()).order_by(self.key)

    def held(self, keys: list[int]) -> Select[int]:
        """Lock these rows by number, as whoever counts in them does."""
        rows = select(self.key).where(self.key.in_(keys)).order_by(self.key)
        return rows.with_for_update(key_share=True)

    def repair(self, keys: list[int] | None = None) -> Update:
        """The statement that sets right what is wrong: of these rows, or of all."""
        wrong = update(self.key.table).where(self._is_wrong())
        some = wrong if keys is None else wrong.where(self.key.in_(keys))
        return some.values({self.counter: self.truth})

    def _is_wrong(self) -> ColumnElement[bool]:
        among = true() if self.among is None else self.among
        return and_(among, self.counter.is_distinct_from(self.truth))
