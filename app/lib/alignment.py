"""Which items of two rows belong together, in bounded time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Items = Sequence[str]
Pairs = list[tuple[int, int]]

#: So many items may differ in one place before it is simply another text.
MOST_CHANGES = 300


@dataclass
class Patience:
    """How many steps may still be taken."""

    steps: int

    def has_left(self, steps: int) -> bool:
        self.steps -= steps
        return self.steps >= 0


def anchored(old: Items, new: Items) -> Pairs:
    """Pair what both begin and end with, and what stands once in each between them."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    old_end, new_end = len(old) - tail, len(new) - tail
    middle = _longest_row(_unique(old[head:old_end], new[head:new_end]))
    return [
        *((i, i) for i in range(head)),
        *((head + i, head + j) for i, j in middle),
        *((old_end + i, new_end + i) for i in range(tail)),
    ]


def _unique(old: Items, new: Items) -> Pairs:
    """What stands exactly once in both, in the order of ``old``."""
    times, times_there = Counter(old), Counter(new)
    places = {item: j for j, item in enumerate(new) if times_there[item] == 1}
    return [
        (i, places[item])
        for i, item in enumerate(old)
        if times[item] == 1 and item in places
    ]


def _longest_row(pairs: Pairs) -> Pairs:
    """The most pairs that stand in the same order on both sides."""
    ends: list[int] = []  # where the best row of each length ends on the new side
    rows: list[int] = []  # and with which pair
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        before.append(rows[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        rows[length : length + 1] = [number]
    row, number = [], rows[-1] if rows else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def matched(old: Items, new: Items, patience: Patience) -> Pairs:
    """Pair as many items as can be (Myers, 1986); none where too many differ."""
    if not old or not new:
        return []
    trail: list[dict[int, int]] = []
    reached = {1: 0}
    for changes in range(min(len(old) + len(new), MOST_CHANGES) + 1):
        trail.append({k: x for k, x in reached.items() if (k - changes) % 2})
        for k in range(-changes, changes + 1, 2):
            start = x = _stepped(reached, k, changes)[1]
            while x < len(old) and x - k < len(new) and old[x] == new[x - k]:
                x += 1
            if not patience.has_left(1 + x - start):
                return []
            reached[k] = x
            if x >= len(old) and x - k >= len(new):
                return list(_followed_back(trail, len(old), len(new)))[::-1]
    return []


def _stepped(reached: dict[int, int], k: int, changes: int) -> tuple[int, int]:
    """From which diagonal ``k`` is best come to with one change more, and how far."""
    is_added = k == -changes or (k != changes and reached[k - 1] < reached[k + 1])
    return (k + 1, reached[k + 1]) if is_added else (k - 1, reached[k - 1] + 1)


def _followed_back(
    trail: list[dict[int, int]], x: int, y: int
) -> Iterator[tuple[int, int]]:
    """The pairs on the way that led to the end, from there to the beginning."""
    for changes in range(len(trail) - 1, -1, -1):
        diagonal, start = _stepped(trail[changes], x - y, changes)
        while x > start:
            x, y = x - 1, y - 1
            yield x, y
        x = trail[changes][diagonal]
        y = x - diagonal
