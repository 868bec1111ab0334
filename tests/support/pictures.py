"""Pictures made for tests, as cameras and others make them."""

from io import BytesIO
from typing import Any

from PIL import Image

from app.lib.imaging import remade

MULTIPART = {"Content-Type": "multipart/form-data; boundary=--edge"}
GPS = {1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0)}


def drawn(width: int = 600, height: int = 400) -> Image.Image:
    """Red at the start of its first line, blue below, green everywhere else."""
    picture = Image.new("RGB", (width, height), "green")
    picture.paste("red", (0, 0, width // 2, height // 2))
    picture.paste("blue", (0, height // 2, width // 2, height))
    return picture


def written(picture: Image.Image, kind: str = "jpeg", **how: Any) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def photo(kind: str = "jpeg", orientation: int = 1, **how: Any) -> bytes:
    """With all that a camera writes down: a place, a maker, and how it was held."""
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update(GPS)
    return written(drawn(), kind, exif=exif, **how)


def room_for_one() -> int:
    """So many bytes that one photo may be kept, and no second one."""
    return sum(len(data) for data in remade(photo()).files.values()) * 3 // 2


def moving(kind: str = "gif", frames: int = 3, side: int = 60) -> bytes:
    pictures = [
        Image.new("RGB", (side, side), (n * 40 % 256, 90, 200)) for n in range(frames)
    ]
    return written(
        pictures[0], kind, save_all=True, append_images=pictures[1:], duration=80
    )


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def multipart(**parts: bytes) -> bytes:
    """A form as a browser sends it: large ones pass no file of the test's client."""
    body = b""
    for name, data in parts.items():
        file = b'; filename="a"' if name in {"picture", "file"} else b""
        head = b'Content-Disposition: form-data; name="%s"%s' % (name.encode(), file)
        body += b"----edge\r\n%s\r\n\r\n%s\r\n" % (head, data)
    return body + b"----edge--\r\n"
