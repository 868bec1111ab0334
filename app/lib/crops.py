"""A part of a picture: which one, and the shapes that profiles need.

>>> Crop(zoom=200, across=100, down=0).box((400, 300), ratio=1)
(250, 0, 400, 150)
"""

from dataclasses import dataclass

#: How near one may come, in percent: a quarter of each side is left.
NEAREST = 400


@dataclass(frozen=True)
class Shape:
    """What a part is cut to: how often its height goes into its width, and how wide."""

    ratio: int
    widths: tuple[int, ...]

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        return tuple((width, width // self.ratio) for width in self.widths)


AVATAR = Shape(1, (96, 192, 384))
BANNER = Shape(4, (800, 1600))
#: Above a text, as wide as what lists show of it.
COVER_RATIO = 2
#: What a person can show of themselves, by what it is called.
SHAPES = {"avatar": AVATAR, "banner": BANNER}


@dataclass(frozen=True)
class Crop:
    """Where a frame lies on a picture, all in percent.

    ``across`` and ``down`` say where in the room that is left, as ``object-position``
    does in a stylesheet: what one sees while choosing is what is cut.
    """

    zoom: float = 100
    across: float = 50
    down: float = 50

    def box(self, size: tuple[int, int], ratio: int) -> tuple[int, int, int, int]:
        """The pixels within the frame: left, upper, right and lower edge."""
        width, height = size
        wide = min(width, height * ratio) * 100 / self.zoom
        high = wide / ratio
        left, right = _within(width, wide, self.across)
        top, bottom = _within(height, high, self.down)
        return left, top, right, bottom


def _within(side: int, part: float, percent: float) -> tuple[int, int]:
    """Where a part of a side begins and ends: one pixel at least, and none outside."""
    start = (side - part) * percent / 100
    first = min(round(start), side - 1)
    return first, max(first + 1, round(start + part))
