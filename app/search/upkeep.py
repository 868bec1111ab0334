"""What is done by itself at every start and every night."""

from app.web.indexing import index_missing
from app.web.pruning import after_pruning

#: About half a minute, for which a start can wait. The next night takes as many.
AT_ONCE = 20_000


@after_pruning
def index_some():
    """Index what was written before there was a search."""
    index_missing(at_most=AT_ONCE)
