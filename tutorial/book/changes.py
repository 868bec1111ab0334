"""What changed in a file from one stage to the next, line by line."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from .names import NotFound, Span, spans

CONTEXT = 3
HEADING = re.compile(r"(?:@|class |def |async def |\S.*\{$)")


@dataclass(frozen=True)
class Hunk:
    """Lines of a diff that stand together."""

    heading: str
    lines: tuple[str, ...]
    #: Numbers of the lines that went, in the old file, and came, in the new one.
    removed: frozenset[int]
    added: frozenset[int]


def hunks(before: str, after: str) -> list[Hunk]:
    """The differences between two texts, with three lines of what is around them."""
    old, new = before.splitlines(), after.splitlines()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    groups = matcher.get_grouped_opcodes(CONTEXT)
    return [_hunk(group, old, new) for group in groups]


def added(before: str, after: str) -> set[int]:
    """Numbers of the lines in ``after`` that are new, but for empty ones."""
    lines = after.splitlines()
    new = {number for hunk in hunks(before, after) for number in hunk.added}
    return {number for number in new if lines[number - 1].strip()}


def touching(path: str, before: str, after: str, names: list[str]) -> list[Hunk]:
    """The hunks that change what ``names`` name, before or after.

    :raises NotFound: for a name that neither of them has.
    """
    old, new = _numbers(path, before, names), _numbers(path, after, names)
    for name in old:
        if not old[name] and not new[name]:
            raise NotFound(f"{path} has no {name!r}")
    gone, here = set().union(*old.values()), set().union(*new.values())
    return [it for it in hunks(before, after) if it.removed & gone or it.added & here]


def _numbers(path: str, text: str, names: list[str]) -> dict[str, set[int]]:
    return {name: _inside(path, text, name) for name in names}


def _inside(path: str, text: str, name: str) -> set[int]:
    try:
        found: list[Span] = spans(path, text, name.split())
    except NotFound:
        return set()
    return {number for first, last in found for number in range(first, last + 1)}


def _hunk(group: list[tuple], old: list[str], new: list[str]) -> Hunk:
    lines: list[str] = []
    removed: set[int] = set()
    came: set[int] = set()
    for tag, a, b, c, d in group:
        if tag == "equal":
            lines += (f" {line}".rstrip() for line in old[a:b])
            continue
        lines += (f"-{line}" for line in old[a:b])
        lines += (f"+{line}" for line in new[c:d])
        removed.update(range(a + 1, b + 1))
        came.update(range(c + 1, d + 1))
    _, a, _, c, _ = group[0]
    _, _, b, _, d = group[-1]
    numbers = f"@@ -{a + 1},{b - a} +{c + 1},{d - c} @@"
    heading = f"{numbers} {_around(old, a)}".rstrip()
    return Hunk(heading, tuple(lines), frozenset(removed), frozenset(came))


def _around(lines: list[str], at: int) -> str:
    """The line that opens what the hunk stands in, as git shows it."""
    for line in reversed(lines[:at]):
        if HEADING.match(line):
            return line
    return ""
