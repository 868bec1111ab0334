"""kill -9 of each part of the site, while people use it."""

from random import Random

from tests.support.faults.kills import kill_often

# bench/faults has fifty.
TIMES = 6


def test_nothing_that_was_acknowledged_is_lost_or_doubled(faulty):
    with faulty.under_load() as load:
        kill_often(faulty, load, TIMES, Random(9))

    assert not faulty.faults_after(load, killed=TIMES)
