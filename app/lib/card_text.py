"""Words on a picture: in a font that has all their letters, in lines that fit."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont, features

Font = ImageFont.FreeTypeFont
#: Latin, Greek and Cyrillic (app/lib/fonts/README.md says whose it is).
OWN_FONT = Path(__file__).parent / "fonts" / "card-serif.otf"
# What no font has: its picture stands for every letter that is missing.
_NO_LETTER = "\U0010ffff"
# Marks of a letter before them, joiners, and small pictures: a title is one without.
_DISPENSABLE = {"So", "Sk", "Cf", "Mn", "Me", "Cn", "Co", "Cs"}
_DOTS = "…"


@dataclass(frozen=True)
class Writing:
    """Lines that fit, and the font in which they do."""

    lines: tuple[str, ...]
    font: Font
    is_from_right: bool

    @property
    def line_height(self) -> int:
        return round(self.font.size * 1.18)


@lru_cache(maxsize=64)
def font_at(file: Path, size: int) -> Font:
    return ImageFont.truetype(file, size)


def legible(text: str, fonts: Sequence[Path]) -> tuple[str, Path] | None:
    """What of ``text`` can be drawn, and with which of ``fonts``; None for none of it.

    Pictures and signs that no font has are left out; a text with a letter that none
    has is not drawn at all: boxes say nothing.
    """
    text = unicodedata.normalize("NFC", text)
    for file in fonts:
        missing = {c for c in text if not c.isspace() and not _has(file, c)}
        if all(map(_is_dispensable, missing)):
            kept = "".join(c for c in text if c not in missing).split()
            words = [word for word in kept if not all(map(_is_dispensable, word))]
            return (" ".join(words), file) if words else None
    return None


def _is_dispensable(char: str) -> bool:
    return unicodedata.category(char) in _DISPENSABLE


@lru_cache(maxsize=10_000)
def _has(file: Path, char: str) -> bool:
    """Whether a font draws this letter, and draws it in its place."""
    is_simple = unicodedata.bidirectional(char) not in {"R", "AL"}
    if not is_simple and not features.check("raqm"):
        return False
    font = font_at(file, 32)
    return bytes(font.getmask(char)) != bytes(font.getmask(_NO_LETTER))


def written(
    text: str, file: Path, *, width: int, sizes: Sequence[tuple[int, int]]
) -> Writing:
    """Set ``text`` in the first of ``sizes`` in which it fits, else shorten it.

    :param width: of a line, in pixels.
    :param sizes: of letters, in pixels, with the number of lines there is room for.
    """
    for size, most in sizes:
        font = font_at(file, size)
        lines = list(_lines(text, font, width))
        if len(lines) <= most:
            break
    else:
        lines[most - 1 :] = [_cut(lines[most - 1], font, width)]
    return Writing(tuple(lines), font, is_from_right(text))


def is_from_right(text: str) -> bool:
    """Whether the first letter that has a direction is read from the right."""
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"


def _lines(text: str, font: Font, width: int) -> Iterator[str]:
    line = ""
    for word in _pieces(text, font, width):
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _pieces(text: str, font: Font, width: int) -> Iterator[str]:
    """The words; what is longer than a line in parts that are not."""
    for word in text.split():
        rest = word
        while font.getlength(rest) > width:
            length = _fitting(rest, font, width)
            yield rest[:length]
            rest = rest[length:]
        yield rest


def _fitting(word: str, font: Font, width: int) -> int:
    """How many letters of ``word`` fit into a line; at least one."""
    fits = (n for n in range(len(word), 1, -1) if font.getlength(word[:n]) <= width)
    return next(fits, 1)


def _cut(line: str, font: Font, width: int) -> str:
    """What of a line fits with dots behind it: whole words, if it has several."""
    while font.getlength(line + _DOTS) > width:
        whole = line.rpartition(" ")[0]
        line = whole or line[:-1]
    return line.rstrip(" ,.;:–-") + _DOTS
