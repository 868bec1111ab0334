"""Requests that are counted one by one, and what is said of the count."""

import pytest

from app.lib.steady_counters import SteadyCounters
from app.web import limits

OFTEN = "2 per 5 minutes"


@pytest.fixture
def written(monkeypatch):
    """Each key that something was added to."""
    keys, add = [], SteadyCounters.incr

    def incr(counters, key, *what, **more):
        keys.append(key)
        return add(counters, key, *what, **more)

    monkeypatch.setattr(SteadyCounters, "incr", incr)
    return keys


def test_a_count_says_what_is_left(app):
    window = limits.count(OFTEN, "api", 7)

    assert (window.limit, window.length, window.remaining) == (2, 300, 1)
    assert 295 < window.reset <= 300
    assert not window.is_exceeded


def test_the_last_that_comes_through_leaves_nothing(app):
    limits.count(OFTEN, "api", 7)

    window = limits.count(OFTEN, "api", 7)

    assert (window.remaining, window.is_exceeded) == (0, False)


def test_one_more_is_too_many(app):
    limits.count(OFTEN, "api", 7)
    limits.count(OFTEN, "api", 7)

    window = limits.count(OFTEN, "api", 7)

    assert (window.remaining, window.is_exceeded) == (0, True)


def test_others_are_counted_apart(app):
    limits.count(OFTEN, "api", 7)

    assert limits.count(OFTEN, "api", 8).remaining == 1


def test_a_count_is_one_write(app, written):
    limits.count(OFTEN, "api", 7)

    assert len(written) == 1


def test_where_nothing_is_limited_nothing_is_counted(app, written):
    assert limits.count(limits.OFF, "api", 7) is None
    assert written == []


def test_a_clock_set_back_makes_nobody_wait_for_longer(app, monkeypatch):
    monkeypatch.setattr(limits, "time", lambda: 0.0)

    assert limits.count(OFTEN, "api", 7).reset == 300
