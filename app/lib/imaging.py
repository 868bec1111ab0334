"""Pictures made anew: decoded, set upright, shrunk, and written without a past.

Nothing of the file that somebody sent is kept: what comes out is pixels alone, in files
that we wrote. Where it was taken, and whatever else lay in it, stays behind.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from PIL import Image

from app.lib.crops import Crop, Shape
from app.lib.picture_files import fallback_of, files_of, webp_of
from app.lib.picture_frames import Moving, moving_webp
from app.lib.picture_headers import Fault, Header, RefusedPicture
from app.lib.picture_limits import check_size, checked
from app.lib.picture_pixels import clean, part_of, shrunk
from app.lib.tones import tone_of

#: Seconds to wait while others' pictures are being made.
PATIENCE = 20
#: One decoder at work in a process: what one may take is all that it takes.
_one_at_a_time = Lock()


@dataclass(frozen=True)
class Remade:
    """A picture as we keep it: its size, and its files by name, as in ``480.webp``."""

    width: int
    height: int
    #: Of :mod:`app.lib.tones`; none where one sees through it.
    tone: int | None
    is_animated: bool
    files: Mapping[str, bytes]


def remade(data: bytes) -> Remade:
    """Make the picture in ``data`` anew, whatever it calls itself.

    :raises RefusedPicture: when it is none, or more than we take.
    :raises TimeoutError: when others' pictures take too long.
    """
    header = checked(data)
    with _alone():
        return _made(data, header)


def cut(data: bytes, crop: Crop, shape: Shape) -> Remade:
    """Cut a part out of a picture of ours, in all the widths of its shape.

    One that is smaller is drawn larger: whoever shows it need not ask how large it is.

    :raises RefusedPicture: when the file is damaged.
    :raises TimeoutError: when others' pictures take too long.
    """
    with _alone(), Image.open(BytesIO(data), formats=["WEBP"]) as source:
        picture = clean(source)
        box = crop.box(picture.size, shape.ratio)
        sizes = [part_of(picture, box, size) for size in shape.sizes]
        files = {**webp_of(sizes), **fallback_of(sizes[-1])}
    return Remade(*sizes[-1].size, _tone(sizes[-1]), False, files)


def cut_out(data: bytes, crop: Crop, ratio: int) -> Remade:
    """Make a picture of its own out of a part of one of ours, never larger than that.

    :raises RefusedPicture: when the file is damaged.
    :raises TimeoutError: when others' pictures take too long.
    """
    with _alone(), Image.open(BytesIO(data), formats=["WEBP"]) as source:
        whole = clean(source)
        part = whole.crop(crop.box(whole.size, ratio))
        files = files_of(part, might_be_graphic=True)
    return Remade(*part.size, _tone(part), False, files)


@contextmanager
def _alone() -> Iterator[None]:
    """Decode while nobody else does, and say of whatever goes wrong what it means."""
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise TimeoutError
    try:
        yield
    except RefusedPicture:
        raise
    except Exception as error:  # decoders raise whatever comes to a stranger's bytes
        raise RefusedPicture(Fault.BROKEN) from error
    finally:
        _one_at_a_time.release()


def _made(data: bytes, header: Header) -> Remade:
    with Image.open(BytesIO(data), formats=[header.format]) as source:
        # Phones put several pictures into a JPEG; the first is the one.
        frames = 1 if header.format == "JPEG" else getattr(source, "n_frames", 1)
        # Once more, by the decoder: the two may read a crooked header differently.
        check_size(header, source.size, frames)
        if frames > 1:
            moving = moving_webp(source, frames)
            source.seek(0)
            return _moving(moving, shrunk(clean(source), moving.size))
        picture = clean(source)
    files = files_of(picture, might_be_graphic=header.format in {"PNG", "GIF"})
    return Remade(*picture.size, _tone(picture), False, files)


def _moving(moving: Moving, still: Image.Image) -> Remade:
    files = {f"{moving.size[0]}.webp": moving.data, **fallback_of(still)}
    return Remade(*moving.size, _tone(still), True, files)


def _tone(picture: Image.Image) -> int | None:
    return None if picture.mode == "RGBA" else tone_of(picture)
