"""How much of a picture is too much: said before any of it is decoded."""

from app.lib.picture_headers import Fault, Header, RefusedPicture, header_of

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_SIDE = 12_000
MOST_FRAMES = 200
#: Pixels times the passes of a progressive JPEG, and times the frames of what moves.
MOST_PASSED, MOST_MOVING = 400_000_000, 60_000_000


def checked(data: bytes) -> Header:
    """What the picture in ``data`` says of itself, if that is not too much to decode.

    :raises RefusedPicture: when it is, or when it is no picture that we know.
    """
    if len(data) > MOST_BYTES:
        raise RefusedPicture(Fault.HEAVY)
    header = header_of(data)
    if header.format != "AVIF":
        check_size(header, (header.width, header.height), header.frames)
    return header


def check_size(header: Header, size: tuple[int, int], frames: int) -> None:
    """Refuse a picture of this ``size``, as far as it is anybody's to refuse."""
    pixels = size[0] * size[1]
    if not pixels:
        raise RefusedPicture(Fault.BROKEN)
    if max(size) > MOST_SIDE:
        raise RefusedPicture(Fault.LONG)
    if pixels > MOST_PIXELS or pixels * header.passes > MOST_PASSED:
        raise RefusedPicture(Fault.LARGE)
    if frames > MOST_FRAMES or (frames > 1 and pixels * frames > MOST_MOVING):
        raise RefusedPicture(Fault.MOVES)
