"""Limits hold also while what counts them is away."""

import sqlite3

import pytest
from limits import parse
from limits.strategies import FixedWindowRateLimiter

from app.lib.breaker import Breaker
from app.lib.steady_counters import SteadyCounters


class Away:
    """A storage that does not answer, and how often it was asked."""

    asked = 0
    base_exceptions = sqlite3.Error

    def __getattr__(self, _name):
        def ask(*_what):
            self.asked += 1
            raise sqlite3.OperationalError("disk I/O error")

        return ask


@pytest.fixture
def away():
    return Away()


@pytest.fixture
def counters(tmp_path, away):
    storage = SteadyCounters(f"steady+sqlite3://{tmp_path}")
    storage._shared, storage._file = away, storage._shared
    yield storage
    if hasattr(storage._file._local, "connection"):
        storage._file._connection.close()


def test_a_door_stays_limited_while_nothing_can_be_asked(counters):
    door = FixedWindowRateLimiter(counters)

    tried = [door.hit(parse("2 per minute"), "ann") for _ in range(4)]

    assert tried == [True, True, False, False]


def test_what_has_not_answered_is_left_alone_for_a_while(counters, away):
    for _ in range(5):
        counters.incr("a", 60)

    assert away.asked == 1


def test_afterwards_all_processes_count_together_again(counters):
    counters.incr("a", 60)
    counters._shared, counters._breaker = counters._file, Breaker()

    assert counters.incr("a", 60) == 1
    assert counters._file.get("a") == 1


def test_who_looks_again_spares_the_next_one_the_wait(counters, away):
    counters.incr("a", 60)
    counters._breaker = Breaker()

    counters.look_again()
    counters.incr("a", 60)

    assert away.asked == 2, "the first one, and whoever looked"


def test_nobody_looks_for_what_is_there(counters, away):
    counters.look_again()

    assert away.asked == 0


def test_redis_is_asked_briefly():
    counters = SteadyCounters("steady+redis://127.0.0.1:1/0")

    known = counters._shared.storage.connection_pool.connection_kwargs

    assert known["socket_timeout"] == 0.5
    assert known["retry"].get_retries() == 0
