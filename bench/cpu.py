"""How long processes have been at work, and what they hold, as the kernel counts."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


class Meter:
    """The CPU seconds that some processes have used since the meter was made.

    :param processes: says which; asked each time, as databases start some on demand.
    """

    def __init__(self, processes: Callable[[], Iterable[int]]) -> None:
        self._processes = processes
        self._before = self._now()

    def seconds(self) -> float:
        now = self._now()
        return sum(spent - self._before.get(pid, 0) for pid, spent in now.items())

    def _now(self) -> dict[int, float]:
        return {pid: _seconds(pid) for pid in self._processes()}


def memory(pid: int) -> int:
    """What a process takes, in bytes: its own, and its share of what others have too.

    Workers are forked after everything is loaded, and most of that stays shared.
    """
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    share = next(line for line in lines if line.startswith("Pss:"))
    return int(share.split()[1]) * 1024


def _seconds(pid: int) -> float:
    """User and system time of a process with all its threads; 0 once it has ended."""
    with suppress(FileNotFoundError, ProcessLookupError):
        # The name, in brackets, may hold spaces: count from behind it (man proc).
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS_A_SECOND
    return 0.0
