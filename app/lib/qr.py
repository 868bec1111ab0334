"""QR codes as one path, for a page that draws them as SVG."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import segno

# The blank frame that a camera needs (ISO/IEC 18004, 6.3.8).
_QUIET: Final = 4


@dataclass(frozen=True)
class Drawing:
    """A square of ``size`` units a side, and the dark ones as data of one path."""

    size: int
    path: str


def drawn(text: str) -> Drawing:
    """Return ``text`` as a QR code that survives a smudge (15 % error correction)."""
    code = segno.make_qr(text, error="m", boost_error=False)
    rows = [list(row) for row in code.matrix]
    path = "".join(_strokes(rows))
    return Drawing(len(rows) + 2 * _QUIET, path)


def _strokes(rows: list[list[int]]) -> Iterator[str]:
    """Every unbroken run of dark units as one rectangle."""
    for y, row in enumerate(rows, _QUIET):
        x = _QUIET
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
