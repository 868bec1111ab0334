"""What has changed between two texts, word by word.

Lines that stand once in both texts hold them together, then words that stand once in
both; only what is left between them is compared in full. That comparison has a limit,
so that no two texts take long: past it, the old words go and the new ones come.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from app.lib.alignment import Items, Pairs, Patience, anchored, matched
from app.lib.pieces import Kind, Piece, tidied

Texts = Mapping[str, str]

# Written without spaces: each character counts as a word, together with its variants.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_VARIANTS = "\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_MARKS = r"!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u205e\u3001-\u303f\uff01-\uff0f،؛؟۔।॥"
# Whatever is neither space, mark nor CJK: letters of every script with their accents.
_LETTERS = rf"[^\s{_MARKS}{_CJK}]+"
_WORD = re.compile(
    rf"[{_CJK}][{_VARIANTS}]*|{_LETTERS}(?:['’-]{_LETTERS})*|\n|[^\S\n]+|."
)
# A long text changed in hundreds of places takes a tenth of it.
_STEPS = 400_000


def difference(old: str, new: str) -> list[Piece]:
    """Say how ``new`` came from ``old``, in the order of reading.

    What is the same or removed makes up ``old``; what is the same or added, ``new``.
    """
    patience = Patience(_STEPS)

    def by_words(some: Items, others: Items) -> Iterator[Piece]:
        some, others = words_of("".join(some)), words_of("".join(others))
        yield from _between(some, others, anchored(some, others), in_full)

    def in_full(some: Items, others: Items) -> Iterator[Piece]:
        yield from _between(some, others, matched(some, others, patience), _replaced)

    lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    pairs = anchored(lines, new_lines)
    return list(tidied(_between(lines, new_lines, pairs, by_words)))


def differences(
    old: Mapping[str, str], new: Mapping[str, str]
) -> dict[str, list[Piece]]:
    """The same for each text of ``new`` by its name; ``old`` may lack some."""
    return {name: difference(old.get(name, ""), text) for name, text in new.items()}


def counted(pieces: Iterable[Piece]) -> tuple[int, int]:
    """How many words were added, and how many removed."""
    count = Counter[Kind]()
    for kind, text in pieces:
        count[kind] += sum(map(_has_letters, words_of(text)))
    return count["added"], count["removed"]


def words_of(text: str) -> list[str]:
    """The words, marks and spaces that ``text`` is made of."""
    return _WORD.findall(text)


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def _between(
    old: Items, new: Items, pairs: Pairs, gap: Callable[[Items, Items], Iterator[Piece]]
) -> Iterator[Piece]:
    """What the ``pairs`` hold is the same; ``gap`` says what is between them."""
    x = y = 0
    for i, j in [*pairs, (len(old), len(new))]:
        if i > x or j > y:
            yield from gap(old[x:i], new[y:j])
        yield Piece("same", "".join(old[i : i + 1]))
        x, y = i + 1, j + 1


def _replaced(old: Items, new: Items) -> Iterator[Piece]:
    yield Piece("removed", "".join(old))
    yield Piece("added", "".join(new))
