"""The words of a text as they are searched: one folding for every database.

Both what is written and what is looked for goes through here, so that PostgreSQL and
SQLite find the same. They are given words with a space between them and add nothing.

>>> tokens("Crème brûlée: Straße!")
['creme', 'brulee', 'strasse']
>>> tokens("墨水瓶")
['墨水', '水瓶', '瓶']
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain, pairwise

#: Of a longer word, such as an address, the beginning.
LONGEST = 40
#: So many bytes of a text are found: of one row PostgreSQL keeps no more than 1 MB.
MOST = 400_000

# What a hand leaves out: accents, points of Hebrew and Arabic, the Arabic stretch. The
# marks of other scripts are letters of their own.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
# Letters that no decomposition leads to the plain ones that people type instead.
_PLAIN = str.maketrans(
    {
        **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"},
        **{"ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"},
        # Arabic: alef as it is joined, final yeh and heh, and those of Persian.
        **{"ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"},
    }
)
# Marks within words of Indic and neighbouring scripts, which are no letters to Python.
_MARKS = (
    "\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3\u200d"
)
# Scripts that put no space between words, or hang other words to them.
_UNSPACED = (
    "\u0e01-\u0e4e\u0e80-\u0ecd\u1000-\u1049\u1780-\u17d3\u3005-\u3007\u3041-\u3096"
    "\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\U00020000-\U000323af"
)
_RUN = re.compile(f"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\\W_]|[{_MARKS}])+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# What ends a line of the page ends a word; other elements stand within one.
_BREAK = re.compile(
    r"</?(?:address|blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]"
    r"|hr|li|ol|p|pre|section|summary|table|td|th|tr|ul)\b[^>]*>",
    re.I,
)
_ELEMENT = re.compile(r"<[^>]*>")


def folded(text: str) -> str:
    """Return ``text`` without case, accents and what else a hand leaves out."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", letters))
    return unicodedata.normalize("NFC", plain).translate(_PLAIN)


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` as an index keeps them, in their order.

    Where a script has no spaces each two letters are one, and the last stands alone.
    """
    return list(_limited(chain.from_iterable(map(_kept, runs(text)))))


def looked_for(text: str) -> tuple[str, ...]:
    """Return the words that have to stand beside each other where ``text`` does."""
    return tuple(chain.from_iterable(map(_asked, runs(text))))


def is_unspaced(word: str) -> bool:
    """Whether ``word`` is of a script whose letters are kept two by two."""
    return bool(_IS_UNSPACED.match(word))


def runs(text: str) -> list[str]:
    """Return the words of ``text`` folded, those without spaces in one piece."""
    return _RUN.findall(folded(text))


def plain(html: str) -> str:
    """Return what a reader sees of ``html`` that we made, on one line."""
    return " ".join(unescape(_ELEMENT.sub("", _BREAK.sub(" ", html))).split())


def _kept(run: str) -> list[str]:
    if not _IS_UNSPACED.match(run):
        return [run[:LONGEST]]
    return [*map("".join, pairwise(run)), run[-1]]


def _asked(run: str) -> list[str]:
    kept = _kept(run)
    return kept[:-1] if len(kept) > 1 else kept


def _limited(words: Iterable[str]) -> Iterator[str]:
    left = MOST
    for word in words:
        left -= len(word.encode()) + 1
        if left < 0:
            return
        yield word
