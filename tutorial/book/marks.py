"""Marks in own files: which lines belong to which chapters."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from .plan import BookError

#: How a mark begins and ends, by the kind of file.
BRACES, STARS, HASH = (r"\{#:", r"#\}"), (r"/\*:", r"\*/"), ("#:", "")
STYLES = {
    ".html": BRACES,
    ".xml": BRACES,
    ".svg": BRACES,
    ".md": BRACES,
    ".css": STARS,
    ".js": STARS,
}


class MarkError(BookError):
    """A mark that cannot be read, with its file and line."""


def applied(path: str, text: str, number: int) -> str:
    """The text of ``path`` as it is at the end of chapter ``number``.

    :raises MarkError: for a mark that is not well formed.
    """
    kept = (line for line, is_here in _lines(path, text, number) if is_here)
    return "".join(kept)


def _lines(path: str, text: str, number: int) -> Iterator[tuple[str, bool]]:
    start, inline, end, broken = _patterns(path)
    regions: list[tuple[int, bool]] = []
    for at, line in enumerate(text.splitlines(keepends=True), 1):
        where = f"tutorial/own/{path}:{at}"
        if found := start.fullmatch(line.rstrip()):
            regions.append((at, _covers(found, number, where)))
        elif end.fullmatch(line.rstrip()):
            if not regions:
                raise MarkError(f"{where}: nothing is open that could end here")
            regions.pop()
        elif found := inline.fullmatch(line.rstrip()):
            is_here = _covers(found, number, where)
            yield f"{found['code']}\n", is_here and all(it for _, it in regions)
        elif broken.search(line):
            raise MarkError(f"{where}: no mark: {line.strip()!r}; say 9 or 6-8")
        else:
            yield line, all(it for _, it in regions)
    if regions:
        raise MarkError(f"tutorial/own/{path}:{regions[-1][0]}: never ends")


def _patterns(path: str) -> tuple[re.Pattern, ...]:
    before, after = STYLES.get(PurePath(path).suffix, HASH)
    space = " " if after else ""
    mark = rf"{before} (?P<first>\d+)(?:-(?P<last>\d+))?{space}{after}"
    return (
        re.compile(rf"\s*{mark}"),
        re.compile(rf"(?P<code>.*\S)\s*{mark}"),
        re.compile(rf"\s*{before}{after}"),
        re.compile(rf"{before}\s*\d"),
    )


def _covers(mark: re.Match, number: int, where: str) -> bool:
    first = int(mark["first"])
    last = int(mark["last"]) if mark["last"] else None
    if first < 1 or (last is not None and last < first):
        raise MarkError(f"{where}: no chapters are {first} to {last}")
    return first <= number and (last is None or number <= last)
