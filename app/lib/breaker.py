"""Leaving alone for a while what has just not answered: nobody waits for it twice."""

import time
from typing import Any

from redis.backoff import NoBackoff
from redis.retry import Retry

#: How a request asks Redis: seconds, after which it does without, and no second time.
#: By itself the library waits for five.
BRIEFLY: dict[str, Any] = {
    "socket_connect_timeout": 0.5,
    "socket_timeout": 0.5,
    "retry": Retry(NoBackoff(), 0),
}


class Breaker:
    """Says whether something may be asked.

    :param pause: for how many seconds it may not after it failed.
    """

    def __init__(self, pause: float = 5) -> None:
        self._pause = pause
        self._until = 0.0

    @property
    def is_closed(self) -> bool:
        """Whether it may be asked, as far as anybody knows."""
        return time.monotonic() >= self._until

    def trip(self) -> None:
        """It failed: leave it alone until the pause is over."""
        self._until = time.monotonic() + self._pause
