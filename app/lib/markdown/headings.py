"""Headings, and the list of them that a table of contents is made of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from slugify import slugify

from app.lib.markdown.words import words_of

DEEPEST = 4
_LONGEST_ID = 60


@dataclass(frozen=True)
class Heading:
    level: int
    id: str
    text: str


def demote_headings(state: StateCore) -> None:
    """The page has its own h1; headings get an id to link to."""
    seen: Counter[str] = Counter()
    for token, inline in pairwise(state.tokens):
        if token.type == "heading_open":
            words = words_of(inline)[: _LONGEST_ID * 2]
            name = slugify(words, allow_unicode=True, max_length=_LONGEST_ID) or "part"
            token.attrSet("id", f"h-{state.env['prefix']}{_new_name(name, seen)}")
        if token.tag == "h1":
            token.tag = "h2"


def _new_name(name: str, seen: Counter[str]) -> str:
    """``name``, or the first of ``name-2``, ``name-3`` … that nobody has."""
    unique = name
    while seen[unique]:
        seen[name] += 1
        unique = f"{name}-{seen[name]}"
    seen[unique] += 1
    return unique


def headings_in(tokens: Sequence[Token]) -> Iterator[Heading]:
    """The headings down to :data:`DEEPEST` that are not part of a quote or a list."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and not token.level:
            level, text = int(token.tag[1:]), words_of(inline)
            if level <= DEEPEST and text:
                yield Heading(level, str(token.attrs["id"]), text)
