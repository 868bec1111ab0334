"""How popular a text is: an open formula, which the site explains to everybody.

It is listed as if it had been published later: half a day later with the first point,
and another half a day whenever its points have about doubled. That moment lies still
while the time goes on: nothing is computed again by a clock, and what is new passes by.
"""

from datetime import timedelta
from typing import Final

#: A like is a point, a repost so many. Each person gives each once, and no author any.
REPOST: Final = 2
STEP: Final = timedelta(hours=12)
#: How many points the first step takes, the second and so on; more make no difference.
RUNGS: Final = tuple(2**step - 1 for step in range(1, 11))


def points_of(likes: int, reposts: int) -> int:
    """Return what so many likes and reposts are worth together."""
    return likes + REPOST * reposts


def lift_of(points: int) -> timedelta:
    """Return how much later than it was published a text with ``points`` is listed."""
    return STEP * sum(points >= rung for rung in RUNGS)
