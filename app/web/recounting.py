"""Counters that say something else than the rows do, found and set right."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from app.extensions import db
from app.models import Comment, CommentLike, Follow, Like, Repost, User
from app.models.counting import Counting
from app.models.news import actor_countings, removal_of_empty
from app.models.post_count import post_countings
from app.models.rows import touched
from app.models.tally import countings

#: So many rows are compared, and those of them that are wrong are locked, at a time.
BATCH = 1_000
#: What can be counted again, by the name that an operator calls it.
COUNTED: Final[dict[str, Callable[[], Iterator[Counting]]]] = {
    "posts": lambda: post_countings(User),
    "follows": lambda: countings(Follow),
    "likes": lambda: chain(countings(Like), countings(CommentLike)),
    "reposts": lambda: countings(Repost),
    "comments": lambda: countings(Comment),
    "notifications": actor_countings,
}


def rows_to_compare(noun: str) -> int:
    """How many rows :func:`recount` looks at."""
    return sum(db.session.scalar(it.rows()) or 0 for it in COUNTED[noun]())


def recount(noun: str, done: Callable[[int], object], only_said: bool = False) -> int:
    """Set the counters of ``noun`` right and commit, some rows at a time.

    The site goes on meanwhile: what is right is never locked, and what is wrong for a
    moment.

    :param noun: a key of :data:`COUNTED`.
    :param done: is told how many rows were looked at since it was told before.
    :param only_said: change nothing.
    :returns: how many counters were wrong.
    """
    wrong = 0
    for counting in COUNTED[noun]():
        last = 0
        while upto := db.session.scalar(counting.batch(last, BATCH)):
            keys = list(db.session.scalars(counting.wrong(last, upto)))
            if keys and not only_said:
                _repair(counting, keys)
            db.session.commit()
            wrong += len(keys)
            done(BATCH)
            last = upto
    if noun == "notifications" and not only_said:
        touched(removal_of_empty())
        db.session.commit()
    return wrong


def _repair(counting: Counting, keys: list[int]) -> None:
    """Hold the rows first: a statement that begins then sees what others committed."""
    db.session.execute(counting.held(keys)).close()
    db.session.execute(counting.repair(keys))
