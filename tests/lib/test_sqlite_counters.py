from types import SimpleNamespace

import pytest
from limits import parse
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from app.lib import sqlite_counters
from app.lib.sqlite_counters import SQLiteCounters


@pytest.fixture
def clock(monkeypatch):
    """The time that the counters see."""
    time = SimpleNamespace(now=1_000.0)
    time.time = lambda: time.now
    monkeypatch.setattr(sqlite_counters, "time", time)
    return time


@pytest.fixture
def counters(tmp_path, clock):
    storage = SQLiteCounters(f"sqlite3://{tmp_path}")
    yield storage
    storage._connection.close()


def test_a_counter_counts(counters):
    assert [counters.incr("a", 60) for _ in range(3)] == [1, 2, 3]
    assert counters.get("a") == 3


def test_it_counts_by_more_than_one(counters):
    counters.incr("a", 60, amount=2)

    assert counters.incr("a", 60, amount=3) == 5


def test_each_key_has_its_own_counter(counters):
    counters.incr("a", 60)

    assert counters.incr("b", 60) == 1


def test_a_counter_begins_anew_when_its_window_has_passed(counters, clock):
    counters.incr("a", 60)
    clock.now += 60

    assert counters.get("a") == 0
    assert counters.incr("a", 60) == 1


def test_the_window_does_not_move_with_its_use(counters, clock):
    counters.incr("a", 60)
    clock.now += 59
    counters.incr("a", 60)

    assert counters.get_expiry("a") == 1_060


def test_what_has_passed_is_removed_from_the_file(counters, clock):
    counters.incr("a", 60)
    clock.now += 61
    counters.incr("b", 60)

    assert counters.reset() == 1


def test_an_unknown_key_counts_nothing_and_ends_now(counters, clock):
    assert counters.get("a") == 0
    assert counters.get_expiry("a") == clock.now


def test_a_cleared_counter_leaves_the_others(counters):
    counters.incr("a", 60)
    counters.incr("b", 60)
    counters.clear("a")

    assert (counters.get("a"), counters.get("b")) == (0, 1)


def test_all_workers_share_the_counters(counters, tmp_path):
    other = SQLiteCounters(f"sqlite3://{tmp_path}")
    counters.incr("a", 60)

    assert other.incr("a", 60) == 2
    other._connection.close()


def test_the_folder_is_made_when_it_is_needed(tmp_path):
    storage = SQLiteCounters(f"sqlite3://{tmp_path}/not/yet")

    assert storage.check()
    storage._connection.close()


def test_a_limit_counts_with_it(tmp_path):
    storage = storage_from_string(f"sqlite3://{tmp_path}")
    limiter, twice = FixedWindowRateLimiter(storage), parse("2 per minute")

    assert [limiter.hit(twice, "ann") for _ in range(3)] == [True, True, False]
    storage._connection.close()


@pytest.mark.parametrize("jump", [3600, 365 * 24 * 3600])
def test_a_clock_that_is_set_back_locks_nobody_out(counters, clock, jump):
    counters.incr("a", 60, amount=5)
    clock.now -= jump

    assert counters.get("a") == 0
    assert counters.incr("a", 60) == 1
    assert counters.get_expiry("a") == clock.now + 60
