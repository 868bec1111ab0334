"""What a file says of the picture in it, read without decoding any of it.

A name and a Content-Type are what a stranger says; the first bytes are what a decoder
goes by. From the few after them comes how much work and memory it would take, so that
what is too much is refused before anything is unpacked.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

#: A marker with a segment: no stuffed zero, restart or fill byte within a scan.
_JPEG_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd8\xff]")
_JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
# Chunks of a PNG that hold pixels; each other one may swell to a megabyte of words.
_PNG_PIXELS = {b"IDAT", b"fcTL", b"fdAT"}
#: Of how many pieces a file may be, and how many of a PNG may hold no pixels. Each
#: costs the decoder some time: ten million bytes in the smallest pieces, a minute.
MOST_PIECES, MOST_OTHERS = 30_000, 200
_AVIF_BRANDS = {b"avif", b"avis"}
Piece = TypeVar("Piece")


class Fault(StrEnum):
    """Why a picture cannot be taken."""

    UNKNOWN = "unknown"
    BROKEN = "broken"
    HEAVY = "heavy"
    LARGE = "large"
    LONG = "long"
    MOVES = "moves"


class RefusedPicture(Exception):
    """A file that we do not show; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Header:
    """What a file says of its picture; of AVIF only the decoder knows the size."""

    format: str
    width: int = 0
    height: int = 0
    frames: int = 1
    #: How often all of it is gone over: a progressive JPEG gets better with each.
    passes: int = 1


def header_of(data: bytes) -> Header:
    """Read the header of the picture in ``data``.

    :raises RefusedPicture: when it is none that we know, or ends within its header.
    """
    read = next((read for mark, read in _KINDS if mark.match(data)), None)
    if read is None:
        raise RefusedPicture(Fault.UNKNOWN)
    try:
        return read(data)
    except (IndexError, struct.error) as error:
        raise RefusedPicture(Fault.BROKEN) from error


def _jpeg(data: bytes) -> Header:
    width = height = passes = 0
    for marker, at in _not_too_many(_jpeg_segments(data)):
        if marker in _JPEG_SIZES:
            high, wide = struct.unpack_from(">HH", data, at + 5)
            width, height = max(width, wide), max(height, high)
        passes += marker == _START_OF_SCAN
    return Header("JPEG", width, height, passes=passes)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Each marker and its place. What lies inside a segment is passed over."""
    found = _JPEG_MARKER.search(data, 2)
    while found and data[found.start() + 1] != _END_OF_IMAGE:
        at = found.start()
        yield data[at + 1], at
        (length,) = struct.unpack_from(">H", data, at + 2)
        found = _JPEG_MARKER.search(data, at + 2 + length)


def _png(data: bytes) -> Header:
    width, height = struct.unpack_from(">II", data, 16)
    frames, others, is_begun = 1, 0, False
    for kind, at in _not_too_many(_png_chunks(data)):
        is_begun = is_begun or kind == b"IDAT"
        others += kind not in _PNG_PIXELS
        if others > MOST_OTHERS:
            raise RefusedPicture(Fault.BROKEN)
        # It counts before the picture itself alone.
        if kind == b"acTL" and not is_begun:
            (frames,) = struct.unpack_from(">I", data, at + 8)
    return Header("PNG", width, height, frames)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The kind and place of each, as far as there are any."""
    at, kind = 8, b""
    while kind != b"IEND" and at + 8 <= len(data):
        kind = data[at + 4 : at + 8]
        yield kind, at
        (length,) = struct.unpack_from(">I", data, at)
        at += 12 + length


def _gif(data: bytes) -> Header:
    """Frames may reach over the edge of the canvas, which makes it larger."""
    width, height = struct.unpack_from("<HH", data, 6)
    at, frames = 13 + _colours(data[10]), 0
    while data[at : at + 1] in {b"!", b","}:
        if data[at] == ord("!"):
            at = _past_blocks(data, at + 2)
            continue
        left, top, wide, high = struct.unpack_from("<HHHH", data, at + 1)
        width, height = max(width, left + wide), max(height, top + high)
        frames += 1
        at = _past_blocks(data, at + 11 + _colours(data[at + 9]))
    return Header("GIF", width, height, frames)


def _colours(flags: int) -> int:
    """The length of a colour table."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _past_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _webp(data: bytes) -> Header:
    kind = data[12:16]
    if kind == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
        return Header("WEBP", width, height, max(1, sum(_webp_frames(data))))
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return Header("WEBP", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    width, height = struct.unpack_from("<HH", data, 26)
    return Header("WEBP", width & 0x3FFF, height & 0x3FFF)


def _webp_frames(data: bytes) -> Iterator[bool]:
    at = 12
    while at + 8 <= len(data):
        yield data[at : at + 4] == b"ANMF"
        (length,) = struct.unpack_from("<I", data, at + 4)
        at += 8 + length + length % 2


def _not_too_many(pieces: Iterator[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(pieces):
        if number == MOST_PIECES:
            raise RefusedPicture(Fault.BROKEN)
        yield piece


def _avif(data: bytes) -> Header:
    length = int.from_bytes(data[:4])
    brands = {data[at : at + 4] for at in range(8, min(length, 256), 4)}
    if not brands & _AVIF_BRANDS:
        raise RefusedPicture(Fault.UNKNOWN)
    return Header("AVIF")


_KINDS = (
    (re.compile(rb"\xff\xd8\xff"), _jpeg),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), _png),
    (re.compile(rb"GIF8[79]a"), _gif),
    (re.compile(rb"RIFF....WEBPVP8[ LX]", re.DOTALL), _webp),
    (re.compile(rb"....ftyp", re.DOTALL), _avif),
)
