"""The files that a picture is kept in: for every screen, and for every browser."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image

from app.lib.picture_pixels import shrunk
from app.lib.pictures import WIDTHS

#: An AVIF that saves less than a tenth is not worth a second set of files.
WORTHWHILE = 0.9
_WEBP = {"quality": 80, "method": 4}
_AVIF = {"quality": 60, "speed": 9, "max_threads": 1}
_LOSSLESS = {"lossless": True, "quality": 50, "method": 2}
_JPEG = {"quality": 82, "optimize": True, "progressive": True}
_PNG = {"optimize": True}

Files = dict[str, bytes]


def files_of(picture: Image.Image, might_be_graphic: bool) -> Files:
    """Every width in WebP, in AVIF where that is smaller, and one file for all.

    :param might_be_graphic: it came without loss, and may be smaller so.
    """
    sizes = [_narrowed(picture, width) for width in widths_of(picture.width)]
    is_graphic = might_be_graphic and _is_graphic(sizes[0])
    webp = _each(sizes, "webp", _LOSSLESS if is_graphic else _WEBP)
    avif = {} if is_graphic else _each(sizes, "avif", _AVIF)
    if _weight(avif) > WORTHWHILE * _weight(webp):
        avif = {}
    return {**avif, **webp, **fallback_of(picture, is_graphic)}


def fallback_of(picture: Image.Image, is_graphic: bool = False) -> Files:
    """The file for browsers and programs that know nothing newer."""
    middle = _narrowed(picture, min(picture.width, WIDTHS[1]))
    if is_graphic or middle.mode == "RGBA":
        return {f"{middle.width}.png": _written(middle, "png", _PNG)}
    return {f"{middle.width}.jpg": _written(middle, "jpeg", _JPEG)}


def webp_of(sizes: list[Image.Image]) -> Files:
    """One picture in several sizes, in the one format that all browsers know."""
    return _each(sizes, "webp", _WEBP)


def widths_of(width: int) -> tuple[int, ...]:
    """The widths that a picture comes in: never larger than it is."""
    smaller = tuple(each for each in WIDTHS if each < width)
    return (*smaller, min(width, WIDTHS[-1]))


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    height = max(1, round(picture.height * width / picture.width))
    return shrunk(picture, (width, height))


def _is_graphic(small: Image.Image) -> bool:
    """Whether it is flat enough that writing it without loss costs nothing."""
    lossless, lossy = (_written(small, "webp", how) for how in (_LOSSLESS, _WEBP))
    return len(lossless) <= len(lossy)


def _each(sizes: list[Image.Image], kind: str, how: Mapping[str, Any]) -> Files:
    return {f"{one.width}.{kind}": _written(one, kind, how) for one in sizes}


def _weight(files: Files) -> int:
    return sum(len(data) for data in files.values())


def _written(picture: Image.Image, kind: str, how: Mapping[str, Any]) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()
