"""Directives: comments in a chapter that say what is woven in below them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .plan import BookError

END = "<!-- end -->"
KINDS = {
    *("file", "listing", "diff", "files", "run"),
    *("exercise", "solution", "contents"),
}
#: What is run, and not woven.
CHECKPOINT = "checkpoint"
COMMENT = re.compile(r"<!--\s*(?P<words>.*?)\s*-->")
FENCE = re.compile(r"\s*(?P<ticks>`{3,}|~{3,})")


@dataclass(frozen=True)
class Directive:
    """``<!-- kind word word -->``, and the line it stands on, counted from 1."""

    kind: str
    words: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Part:
    """Lines of a text: prose, a fenced listing, or a directive with what is woven."""

    lines: tuple[str, ...]
    directive: Directive | None = None
    is_fenced: bool = False


def parts(text: str) -> Iterator[Part]:
    """The text in pieces; all their lines are all its lines.

    :raises BookError: for a comment that is no directive.
    """
    lines, at = text.splitlines(), 0
    while at < len(lines):
        directive = _directive(lines[at], at + 1)
        if fence := FENCE.match(lines[at]):
            until = _closing(lines, at, fence["ticks"])
        else:
            until = _end(lines, at) if directive else at + 1
        yield Part(tuple(lines[at:until]), directive, bool(fence))
        at = until


def directives(text: str) -> list[Directive]:
    return [part.directive for part in parts(text) if part.directive]


def woven(text: str, weave: Callable[[Directive], list[str]]) -> str:
    """The text with what ``weave`` gives below each directive."""
    done: list[str] = []
    for part in parts(text):
        if done and done[-1] == END and part.lines[0]:
            done.append("")
        if part.directive:
            done += [part.lines[0], "", *weave(part.directive), "", END]
        else:
            done += part.lines
    return "\n".join(done) + "\n"


def prose(text: str) -> str:
    """What a reader reads: no listings, nothing woven, no comments."""
    kept = [
        line
        for part in parts(text)
        if not part.directive and not part.is_fenced
        for line in part.lines
    ]
    return COMMENT.sub("", "\n".join(kept))


def _directive(line: str, number: int) -> Directive | None:
    found = COMMENT.fullmatch(line.strip())
    if not found or found["words"] == CHECKPOINT:
        return None
    kind, *words = found["words"].split() or [""]
    if kind in KINDS:
        return Directive(kind, tuple(words), number)
    known = ", ".join(sorted({*KINDS, CHECKPOINT}))
    if kind == "end":
        raise BookError(f"line {number}: what ends here? A checkpoint needs no end")
    raise BookError(f"line {number}: no directive: {line.strip()}; known are {known}")


def _closing(lines: list[str], at: int, ticks: str) -> int:
    for number in range(at + 1, len(lines)):
        if lines[number].strip().startswith(ticks) and not lines[number].strip("`~ "):
            return number + 1
    raise BookError(f"line {at + 1}: a listing that is never closed")


def _end(lines: list[str], at: int) -> int:
    """After the end of what is woven; after the directive if there is none yet."""
    for number in range(at + 1, len(lines)):
        if lines[number].strip() == END:
            return number + 1
        if COMMENT.fullmatch(lines[number].strip()):
            break
    return at + 1
