from datetime import timedelta

import pytest

from app.lib.popularity import lift_of, points_of

HALF_A_DAY = timedelta(hours=12)


@pytest.mark.parametrize(
    ("points", "steps"),
    [(0, 0), (1, 1), (2, 1), (3, 2), (6, 2), (7, 3), (1022, 9), (1023, 10)],
)
def test_points_lift_a_text_by_half_days(points, steps):
    assert lift_of(points) == steps * HALF_A_DAY


def test_nothing_is_lifted_by_more_than_five_days():
    assert lift_of(10**9) == timedelta(days=5)


def test_a_repost_is_worth_two_likes():
    assert points_of(likes=3, reposts=2) == 7
