"""The plain words of a text: how many there are, and how it begins."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from markdown_it.token import Token

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SAID = {"text", "code_inline", "mention", "hashtag", "lone_link"}
_SAID |= {"math_inline", "math_inline_double"}


def count_words(text: str) -> int:
    """Count words; two Chinese, Japanese or Korean characters count as one."""
    cjk = len(_CJK.findall(text))
    return len(_WORD.findall(_CJK.sub(" ", text))) + (cjk + 1) // 2


def plain(tokens: Sequence[Token]) -> str:
    """All that ``tokens`` say, on one line."""
    said = (words_of(token) for token in tokens if token.type == "inline")
    return " ".join(filter(None, said))


def opening(tokens: Sequence[Token]) -> str:
    """What top-level paragraphs say: no headings, lists, quotes or footnotes."""
    body = takewhile(lambda token: token.type != "footnote_block_open", tokens)
    return plain(
        [b for a, b in pairwise(body) if a.type == "paragraph_open" and a.level == 0]
    )


def words_of(inline: Token) -> str:
    """What a reader sees of the text of one block, with single spaces."""
    return " ".join("".join(_words(inline.children or ())).split())


def _words(line: Sequence[Token]) -> Iterator[str]:
    for token in line:
        if token.type in _SAID:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"} or token.content[:3] == "<br":
            yield " "
