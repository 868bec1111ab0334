"""Pictures that move, as one WebP that is light enough for a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import sqrt

from PIL import Image

from app.lib.picture_headers import Fault, RefusedPicture
from app.lib.picture_pixels import shrunk

WIDEST = 720
#: All frames of what comes out: so much lies in memory at once, four bytes each.
MOST_PIXELS = 20_000_000
#: Milliseconds of a frame that says none, as browsers have it; and of the slowest.
USUAL, LONGEST = 100, 60_000
_WEBP = {"quality": 70, "method": 1}


@dataclass(frozen=True)
class Moving:
    size: tuple[int, int]
    data: bytes


def moving_webp(source: Image.Image, frames: int) -> Moving:
    """All ``frames`` of ``source``, smaller where they would be too many pixels."""
    size = _size(source.size, frames)
    durations: list[int] = []
    pictures = list(_pictures(source, frames, size, durations))
    file = BytesIO()
    pictures[0].save(
        file,
        "webp",
        save_all=True,
        append_images=pictures[1:],
        duration=durations,
        loop=0,
        **_WEBP,
    )
    return Moving(size, file.getvalue())


def _size(size: tuple[int, int], frames: int) -> tuple[int, int]:
    fitting = sqrt(MOST_PIXELS / (size[0] * size[1] * frames))
    scale = min(1.0, WIDEST / size[0], fitting)
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))


def _pictures(
    source: Image.Image, frames: int, size: tuple[int, int], durations: list[int]
) -> Iterator[Image.Image]:
    whole = source.size
    for number in range(frames):
        source.seek(number)
        frame = source.convert("RGBA")
        if frame.size != whole:
            # A frame that grew past the canvas: nobody has said how large it gets.
            raise RefusedPicture(Fault.BROKEN)
        lasts = source.info.get("duration") or USUAL
        durations.append(int(min(max(lasts, 20), LONGEST)))
        yield shrunk(frame, size)
