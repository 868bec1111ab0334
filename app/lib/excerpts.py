"""What stands around the words that were looked for, and where they are in it.

>>> marked("A heron", (Term(("heron",)),))
[Piece(text='A ', is_hit=False), Piece(text='heron', is_hit=True)]
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from app.lib.plaintext import shortened
from app.lib.search_query import Term
from app.lib.search_text import folded, is_unspaced

#: So many characters are shown, and so many of them before the first word.
LENGTH, BEFORE = 240, 60
# So many places are looked at, to choose the best.
_MOST = 200


@dataclass(frozen=True)
class Piece:
    """A part of a text; ``is_hit`` where it was looked for."""

    text: str
    is_hit: bool


class _Folding(dict[int, str]):
    """Each letter as it is compared; an accent of its own is nothing."""

    def __missing__(self, code: int) -> str:
        self[code] = letter = folded(chr(code))
        return letter


_FOLDING = _Folding()


def marked(text: str, terms: Sequence[Term]) -> list[Piece]:
    """Return the whole of ``text``, in pieces."""
    return _cut(text, _hits(text, terms))


def excerpt(text: str, terms: Sequence[Term], otherwise: str = "") -> list[Piece]:
    """Return the part of ``text`` that has the most of what was looked for.

    :param otherwise: what is shown where it has nothing of it.
    """
    hits = _hits(text, terms)
    if not hits:
        return marked(shortened(otherwise or text, LENGTH), terms)
    start, end = _window(text, hits)
    inside = [(a - start, b - start) for a, b in hits if start <= a and b <= end]
    pieces = _cut(text[start:end], inside)
    before = [Piece("… ", is_hit=False)] if start else []
    after = [Piece(" …", is_hit=False)] if end < len(text) else []
    return [*before, *pieces, *after]


def _hits(text: str, terms: Iterable[Term]) -> list[tuple[int, int]]:
    """Where ``terms`` are in ``text``; what overlaps is one."""
    patterns = [_pattern(term) for term in terms]
    if not patterns:
        return []
    letters = [_FOLDING[ord(letter)] for letter in text]
    ends = [*accumulate(map(len, letters))]
    compared = "".join(letters)
    found = sorted(
        (bisect_right(ends, match.start()), bisect_left(ends, match.end()) + 1)
        for pattern in patterns
        for match in islice(re.finditer(pattern, compared), _MOST)
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _pattern(term: Term) -> str:
    """What finds one term in a folded text; of a long word its beginning does."""
    written = r"[\W_]+".join(_rejoined(term.words))
    if is_unspaced(term.words[0]):
        return written
    ending = r"\w*" if term.is_beginning else r"(?!\w)"
    return rf"(?<!\w){written}{ending}"


def _rejoined(words: Sequence[str]) -> list[str]:
    """The words as they stand in a text: of 墨水 and 水瓶 it is 墨水瓶."""
    joined: list[str] = []
    for word in words:
        if joined and is_unspaced(word) and joined[-1].endswith(word[0]):
            joined[-1] += word[1:]
        else:
            joined.append(word)
    return [re.escape(word) for word in joined]


def _window(text: str, hits: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """From where to where to show: most of the hits, and whole words around them."""
    starts = [start for start, _end in hits]

    def said(start: int) -> int:
        near = hits[bisect_left(starts, start) : bisect_left(starts, start + LENGTH)]
        return len({text[a:b].casefold() for a, b in near}) * 100 + len(near)

    first = max(starts, key=lambda start: (said(start), -start))
    start = max(0, first - BEFORE)
    if start and (gap := text.find(" ", start, first)) >= 0:
        start = gap + 1
    end = min(len(text), start + LENGTH)
    last = max(b for a, b in hits if a < end)
    if end < len(text) and (gap := text.rfind(" ", last, end)) >= 0:
        end = gap
    return start, max(end, last)


def _cut(text: str, hits: Iterable[tuple[int, int]]) -> list[Piece]:
    pieces, place = [], 0
    for start, end in hits:
        pieces += [Piece(text[place:start], False), Piece(text[start:end], True)]
        place = end
    pieces.append(Piece(text[place:], False))
    return [piece for piece in pieces if piece.text]
