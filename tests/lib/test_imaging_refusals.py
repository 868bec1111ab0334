"""Bad files: each refused for what it is, before or while it is decoded."""

import struct
import zlib

import pytest
from PIL import Image

from app.lib.imaging import remade
from app.lib.picture_headers import Fault, RefusedPicture
from app.lib.picture_limits import MOST_BYTES
from tests.support.pictures import drawn, moving, photo, written


def chunk(kind, data):
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def png(width, height, *chunks, data=b""):
    """A PNG that says it is this large, whatever is in it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rest = (chunk(b"IDAT", zlib.compress(data)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join((*chunks, *rest))


def webp(width, height):
    """A WebP whose canvas is this large: its decoder would make room for all of it."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\2\0\0\0" + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif(width, height):
    """A GIF of one dot whose only frame begins this far out."""
    frame = b"," + struct.pack("<HHHH", width - 1, height - 1, 1, 1) + b"\0\2\2L\1\0;"
    return b"GIF89a\1\0\1\0\0\0\0" + frame


def jpeg(width, height):
    """A JPEG whose header says that it is this large."""
    data = bytearray(written(drawn(16, 16)))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def scans(count):
    """A large progressive JPEG that says the last of its passes again and again."""
    data = written(Image.new("L", (6000, 6000)), progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:-2] + data[last:-2] * count + b"\xff\xd9"


def frames(count):
    """A GIF of one dot that moves this often."""
    data = moving("gif", 2, 1)
    last = data.rindex(b"!\xf9")
    return data[:-1] + data[last:-1] * count + b";"


def remarks(count):
    """A JPEG with this many remarks of no words."""
    data = photo()
    return data[:2] + b"\xff\xfe\0\2" * count + data[2:]


BAD = {
    "nothing": (b"", Fault.UNKNOWN),
    "words": (b"Just words.", Fault.UNKNOWN),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Fault.UNKNOWN),
    "svg, as xml": (b"<?xml version='1.0'?><svg onload='alert(1)'/>", Fault.UNKNOWN),
    "html": (b"<!doctype html><script>alert(1)</script>", Fault.UNKNOWN),
    "pdf": (b"%PDF-1.7\n", Fault.UNKNOWN),
    "zip": (b"PK\3\4" + bytes(99), Fault.UNKNOWN),
    "bmp": (written(drawn(), "bmp"), Fault.UNKNOWN),
    "tiff": (written(drawn(), "tiff"), Fault.UNKNOWN),
    "ico": (written(drawn(32, 32), "ico"), Fault.UNKNOWN),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99), Fault.UNKNOWN),
    "mp4": (b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(99), Fault.UNKNOWN),
    "a jpeg's first bytes": (b"\xff\xd8\xff", Fault.BROKEN),
    "a gif's first bytes": (b"GIF89a", Fault.BROKEN),
    "a png's first bytes": (b"\x89PNG\r\n\x1a\n", Fault.BROKEN),
    "a gif without a frame": (b"GIF89a\1\0\1\0\0\0\0;", Fault.BROKEN),
    "no pixels": (png(0, 10), Fault.BROKEN),
    "half a jpeg": (photo()[:3000], Fault.BROKEN),
    "half a png": (photo("png")[:900], Fault.BROKEN),
    "half a webp": (photo("webp")[:500], Fault.BROKEN),
    "half an avif": (photo("avif")[:700], Fault.BROKEN),
    "half a gif": (moving("gif", 3)[:150], Fault.BROKEN),
    "noise after a jpeg's head": (photo()[:400] + bytes(range(256)) * 9, Fault.BROKEN),
    "too many bytes": (photo() + bytes(MOST_BYTES), Fault.HEAVY),
    "a bomb": (png(30_000, 30_000, data=bytes(10_000_000)), Fault.LONG),
    "a smaller bomb": (png(7_000, 7_000), Fault.LARGE),
    "text that swells": (
        png(9, 9, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(9_000_000)))),
        Fault.BROKEN,
    ),
    "a profile that swells": (
        png(9, 9, chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(90_000_000)))),
        Fault.BROKEN,
    ),
    "profiles without end": (
        png(9, 9, *[chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(1 << 19)))] * 300),
        Fault.BROKEN,
    ),
    "pieces without end": (png(9, 9, *[chunk(b"IDAT", b"")] * 40_000), Fault.BROKEN),
    "remarks without end": (remarks(40_000), Fault.BROKEN),
    "a webp's canvas": (webp(16_000, 16_000), Fault.LONG),
    "a frame outside": (gif(60_000, 60_000), Fault.LONG),
    "a large jpeg": (jpeg(9_000, 9_000), Fault.LARGE),
    "the longest jpeg": (jpeg(65_500, 1), Fault.LONG),
    "50,000 by 1": (png(50_000, 1), Fault.LONG),
    "1 by 50,000": (png(1, 50_000), Fault.LONG),
    "a jpeg in 60 passes": (scans(60), Fault.LARGE),
    "500 frames": (frames(500), Fault.MOVES),
    "large frames": (moving("gif", 40, 1300), Fault.MOVES),
    "a webp in 300 frames": (moving("webp", 300, 8), Fault.MOVES),
    "a png that says it moves": (
        png(900, 900, chunk(b"acTL", struct.pack(">II", 2**31, 0))),
        Fault.MOVES,
    ),
    "an avif in 300 frames": (moving("avif", 300, 16), Fault.MOVES),
}


@pytest.mark.parametrize(("data", "fault"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_for_what_it_is(data, fault):
    with pytest.raises(RefusedPicture) as refused:
        remade(data)

    assert refused.value.fault is fault


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif", "avif"])
def test_wherever_it_ends_it_is_refused_and_nothing_else_happens(kind):
    whole = written(drawn(40, 30), kind)

    for length in range(0, len(whole) - 64, 37):
        with pytest.raises(RefusedPicture):
            remade(whole[:length])


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif", "avif"])
def test_whichever_byte_is_wrong_only_a_refusal_comes_of_it(kind):
    whole = bytearray(written(drawn(40, 30), kind))
    for place in range(0, min(len(whole), 600), 5):
        broken = bytes(whole[:place]) + b"\xff\xfe" + bytes(whole[place + 2 :])
        try:
            made = remade(broken)
        except RefusedPicture:
            continue
        assert made.width <= 1600
