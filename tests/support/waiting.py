"""Waiting for another process, which tells nobody when it is done."""

import select
import time
from collections.abc import Callable


def wait_until(is_so: Callable[[], bool], within: float) -> bool:
    """Whether ``is_so`` becomes true in this many seconds."""
    end = time.monotonic() + within
    while not is_so() and time.monotonic() < end:
        select.select([], [], [], 0.05)
    return is_so()
