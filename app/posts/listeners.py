"""What is done by itself at every start and every night."""

from app.web.pruning import after_pruning
from app.web.rerendering import rerender_older

#: About ten seconds, for which a start can wait. The next night takes as many.
AT_ONCE = 1_000


@after_pruning
def rerender_some():
    """Draw posts again that were written before an update of the site."""
    rerender_older(at_most=AT_ONCE)
