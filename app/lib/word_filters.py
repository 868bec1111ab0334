"""Words that somebody does not want to read of, and texts as they are compared.

>>> words_of("The Tide, again: café!")
' the tide again cafe '
>>> pattern_of("Café")
' cafe '
>>> pattern_of("#slow-web")
' #slowweb '
"""

import re
from collections.abc import Iterable

from app.lib.plaintext import bare

#: Of a longer text the beginning is looked at.
LOOKED_AT = 20_000
_WORD = re.compile(r"[^\W_]+")
# Scripts that put no space between words: there a word is found inside others.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)


def words_of(text: str, tags: Iterable[str] = ()) -> str:
    """Return the words of ``text`` without case and accents, a space around each.

    :param tags: names of tags; they are found with a “#” before them.
    """
    words = _WORD.findall(bare(text[:LOOKED_AT]))
    words += [f"#{''.join(_WORD.findall(bare(tag)))}" for tag in tags]
    return f" {' '.join(words)} "


def pattern_of(typed: str) -> str:
    """Return what :func:`words_of` has in it where a text has the words ``typed``.

    Empty where nothing of it is a letter or a digit.
    """
    words = _WORD.findall(bare(typed))
    if not words:
        return ""
    if typed.lstrip().startswith(("#", "＃")):
        return f" #{''.join(words)} "
    pattern = " ".join(words)
    return pattern if _UNSPACED.search(pattern) else f" {pattern} "
