"""What is done by itself at every start and every night."""

from app.extensions import db
from app.lib.markdown import VERSION
from app.models.comment_upkeep import (
    count_to_draw,
    drawn_by_an_older_renderer,
    forget_words,
)
from app.web.pruning import after_pruning, before_pruning

#: They are locked meanwhile: who changes one of them just then waits for a second.
BATCH = 100
#: So many at once, for which a start can wait; the next night takes as many.
AT_ONCE = 2_000


@before_pruning
def forget():
    """Empty what was taken back long ago, and what goes with its writer today."""
    forget_words()


@after_pruning
def rerender_some():
    """Draw comments again that were written before an update of the site."""
    rerender_older(at_most=AT_ONCE)


def count_older():
    """How many comments wait to be drawn again."""
    return db.session.scalar(count_to_draw(VERSION))


def count_all():
    """How many comments have words."""
    return db.session.scalar(count_to_draw())


def rerender_older(at_most=None, done=lambda _: None):
    """Draw comments again, the newest first, and commit; how many it were."""
    drawn = 0
    while at_most is None or drawn < at_most:
        found = db.session.scalars(drawn_by_an_older_renderer(BATCH)).all()
        for comment in found:
            comment.rerender()
        db.session.commit()
        if not found:
            break
        drawn += len(found)
        done(len(found))
    return drawn
