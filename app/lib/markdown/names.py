"""People and tags in a line of text: ``@ann`` and ``#ink``."""

import re
from collections.abc import Iterator
from itertools import takewhile

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from app.lib import handles, tags

# Scripts without spaces between words: a name may stand right beside a letter.
_CJK = "\u3040-\u30ff\u3400-\u9fff"
_LETTER = rf"[^\W{_CJK}]"
_NAME = re.compile(
    rf"(?<!{_LETTER})(?<![/&#@])(?:"
    rf"@(?P<handle>[A-Za-z0-9_]{{{handles.SHORTEST},{handles.LONGEST}}})"
    # Neither the beginning of an address elsewhere nor of a longer name.
    rf"(?!@|[.-]?{_LETTER})"
    r"|#(?P<tag>[^\s\x00-,./:-@\[-^`{-\x7f]+))"
)
# In these elements, written as HTML, a name is a word like others.
_QUIET = re.compile(r"<(?P<end>/?)(?:a|code|kbd|pre|samp)(?=[\s/>])", re.IGNORECASE)


def find_names(state: StateCore) -> None:
    """Make tokens of the people and tags in running text."""
    for block in state.tokens:
        if block.children and ("@" in block.content or "#" in block.content):
            block.children = list(_with_names(block.children))


def _with_names(line: list[Token]) -> Iterator[Token]:
    depth = 0
    for place, token in enumerate(line):
        depth += _goes_deeper(token)
        if token.type == "text" and depth <= 0:
            around = line[place - 1] if place else None, *line[place + 1 : place + 2]
            yield from _split(token, *map(_escaped, around))
        else:
            yield token


def _goes_deeper(token: Token) -> int:
    if token.type == "html_inline":
        tag = _QUIET.match(token.content)
        return (-1 if tag["end"] else 1) if tag else 0
    return {"link_open": 1, "link_close": -1}.get(token.type, 0)


def _escaped(token: Token | None) -> str:
    """A character that was written with a backslash or as an entity."""
    return token.content if token and token.type == "text_special" else ""


def _split(token: Token, before: str = "", after: str = "") -> Iterator[Token]:
    """The text of ``token`` in pieces; what stands around it decides what is a name."""
    text, end = f"{before}{token.content}{after}", len(before) + len(token.content)
    done = len(before)
    for found in _NAME.finditer(text):
        name = _mention(found) if found["handle"] else _hashtag(found)
        if name and done <= found.start() and (stop := _end(found, name)) <= end:
            yield _text(text[done : found.start()], token.level)
            name.level = token.level
            yield name
            done = stop
    yield _text(text[done:end], token.level)


def _end(found: re.Match[str], name: Token) -> int:
    return found.start() + len(name.content)


def _mention(found: re.Match[str]) -> Token:
    handle = handles.normalized(found["handle"])
    return Token("mention", "", 0, content=found[0], meta={"name": handle})


def _hashtag(found: re.Match[str]) -> Token | None:
    """A tag with a letter in it: ``#1`` is a number."""
    written = "".join(takewhile(tags.is_part, found["tag"])).rstrip("-")
    tag = tags.normalized(written)
    if not any(map(str.isalpha, tag)):
        return None
    return Token("hashtag", "", 0, content=f"#{written}", meta={"name": tag})


def _text(content: str, level: int) -> Token:
    return Token("text", "", 0, content=content, level=level)
