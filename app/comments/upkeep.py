"""What is done by itself at every start and every night."""

from app.extensions import db
from app.models.comment_upkeep import drawn_by_an_older_renderer, forget_words
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


def rerender_older(at_most=None):
    """Draw comments again, the newest first, and commit; how many it were."""
    done = 0
    while at_most is None or done < at_most:
        found = db.session.scalars(drawn_by_an_older_renderer(BATCH)).all()
        for comment in found:
            comment.rerender()
        db.session.commit()
        if not found:
            break
        done += len(found)
    return done
