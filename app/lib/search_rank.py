"""In which order what was found is shown.

A word in the title says more of a post than one in its tags, that more than one in its
opening, and that more than one further down; and what is new comes before what is old.
A point is worth a year: of two posts that say a word in passing the newer comes first,
and one that has it in the title before both, unless it is seven years older.

Nothing here depends on the moment of asking or on the database: one page follows upon
another however long somebody reads, and every site has the same order.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.lib.search_query import Query, Term

_YEAR = 31_556_952
# In hundredths of a point.
_TITLE, _TAGS, _OPENING, _ANYWHERE = 800, 400, 200, 100
_WHOLE_TITLE = 400


@dataclass(frozen=True)
class Fields:
    """What stands where, as words with a space between them."""

    title: str
    tags: str
    opening: str


def score(query: Query, fields: Fields, seconds: int = 0) -> int:
    """Return how far up it stands; more is further up.

    :param seconds: when it appeared.
    """
    return points(query, fields) * (_YEAR // 100) + seconds


def points(query: Query, fields: Fields) -> int:
    """Return how much ``fields`` have of what is looked for, in hundredths."""
    terms = query.terms
    if not terms:
        return 0
    weighed = (
        (f" {fields.title} ", _TITLE),
        (f" {fields.tags} ", _TAGS),
        (f" {fields.opening} ", _OPENING),
    )
    each = (_of(term, weighed) for term in terms)
    asked = " ".join(word for term in terms for word in term.words)
    is_whole = bool(fields.title) and fields.title == asked
    return sum(each) // len(terms) + (_WHOLE_TITLE if is_whole else 0)


def _of(term: Term, weighed: Iterable[tuple[str, int]]) -> int:
    """The best place of one term; a word counts more than one that only begins so."""
    beginning = f" {' '.join(term.words)}"
    word = f"{beginning} "
    best = _ANYWHERE
    for text, weight in weighed:
        if word in text:
            best = max(best, weight)
        elif term.is_beginning and beginning in text:
            best = max(best, weight * 6 // 10)
    return best
