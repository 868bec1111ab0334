"""How much work one text may cause. It is counted, not timed, to come out alike.

A step is about five microseconds on a small machine, wherever it is spent. What is
made of a text that needs more steps than it has is the text itself, as it was written.
"""

import re
from html import escape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

#: Steps of every text, of a longer one for each character, and of the longest.
LEAST, A_CHARACTER, MOST = 29_000, 0.29, 58_000
# What each of these costs, in steps.
_BLOCK, _LINE, _DEFINITION, _NAME, _TAG, _OF_ADDRESS = 1.25, 2, 2, 10, 5, 0.02
# A mark in the text brings a note, and a way back, at its end.
_WHOLE = {"html_inline": _TAG, "footnote_ref": 12}
# What may become a link by itself, and is looked at more closely.
_NAMES = re.compile(r"[#@]|://|\.[A-Za-z]{2}")
_MARKS = re.compile(r"[*_~]+")
# What these begin is followed to its end, or is dear itself.
_BEGINNINGS = {"[": 4, "!": 1, "<": 2, "^": 1, "$": 1, "&": 1, "`": 1}
_BREAK = re.compile(r"\n\s*\n")


class TooMuch(Exception):
    """The text needs more work than a text may cause."""


class Allowance:
    """A number of steps that can be taken once."""

    def __init__(self, steps: float) -> None:
        self.left = steps

    def allows(self, steps: float) -> bool:
        """Take ``steps`` if so many are left; what is refused costs nothing."""
        if steps > self.left:
            return False
        self.left -= steps
        return True

    def spend(self, steps: float) -> None:
        self.left -= steps
        if self.left < 0:
            raise TooMuch


def steps_for(source: str) -> Allowance:
    return Allowance(min(max(LEAST, A_CHARACTER * len(source)), MOST))


class CountedTokens(list[Token]):
    """The blocks of a text, each of which costs steps."""

    def __init__(self, allowance: Allowance) -> None:
        super().__init__()
        self._allowance = allowance

    def append(self, token: Token) -> None:
        self._allowance.spend(_BLOCK)
        super().append(token)


def limits_plugin(parser: MarkdownIt) -> None:
    """Count the blocks, the lines and places that are tried, and what is costly."""
    everywhere = "paragraph reference blockquote list table footnote_def".split()
    parser.block.ruler.before("table", "count", _count_line, {"alt": everywhere})
    parser.inline.ruler.before("text", "count", _count_place)
    parser.core.ruler.before("block", "count_blocks", _count_blocks)
    parser.core.ruler.after("inline", "count_line_of_text", _count_line_of_text)


def _count_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    # It may define what others refer to, which is looked at letter by letter.
    might_define = state.src.startswith("[", first)
    state.env["steps"].spend(_LINE + (_DEFINITION if might_define else 0))
    return False


def _count_place(state: StateInline, silent: bool) -> bool:
    sign = state.src[state.pos]
    more = _BEGINNINGS.get(sign, 0)
    # A run of marks is one place, but each of them is matched with others.
    if run := sign in "*_~" and _MARKS.match(state.src, state.pos):
        more = len(run[0])
    elif sign == ":" and state.src.startswith("://", state.pos):
        more = _NAME
    state.env["steps"].spend(1 + more)
    return False


def _count_blocks(state: StateCore) -> None:
    state.tokens = CountedTokens(state.env["steps"])


def _count_line_of_text(state: StateCore) -> None:
    """Tags that are never closed nest; one address can be used again and again."""
    for block in state.tokens:
        if block.type == "html_block":
            state.env["steps"].spend(_TAG * block.content.count("<"))
        line = block.children or []
        for before, token in pairwise([block, *line]):
            state.env["steps"].spend(_cost(token, is_linked=before.type == "link_open"))


def _cost(token: Token, is_linked: bool) -> float:
    if token.type == "text" and not is_linked:
        return _NAME * len(_NAMES.findall(token.content))
    if token.type in _WHOLE:
        return _WHOLE[token.type]
    return sum(_OF_ADDRESS * len(str(value)) for value in token.attrs.values())


def as_written(source: str) -> str:
    """``source`` in paragraphs, with the marks that were typed."""
    paragraphs = filter(None, map(str.strip, _BREAK.split(source)))
    lines = (escape(paragraph).replace("\n", "<br>\n") for paragraph in paragraphs)
    return "\n".join(f"<p>{words}</p>" for words in lines)
