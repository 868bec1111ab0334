"""The pixels of a picture, upright and in sRGB; nothing else of its file."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from app.lib.pictures import WIDTHS

_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def clean(source: Image.Image) -> Image.Image:
    """``source`` in RGB, or RGBA where one sees through, as wide as we show it at most.

    A large picture is shrunk first, since all that follows costs by the pixel.
    """
    orientation = _orientation(source)
    target = _target(source.size, is_turned=orientation >= 5)
    source.draft(None, target)  # a JPEG can be decoded at half its size, or less
    profile = source.info.get("icc_profile")
    picture = _in_srgb(shrunk(_mixable(source), target), profile)
    if orientation in _UPRIGHT:
        picture = picture.transpose(_UPRIGHT[orientation])
    if picture.mode == "RGBA" and picture.getextrema()[3] == (255, 255):
        picture = picture.convert("RGB")
    anew = Image.new(picture.mode, picture.size)
    anew.paste(picture)
    return anew


def shrunk(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    if size == picture.size:
        return picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)


def part_of(
    picture: Image.Image, box: tuple[int, int, int, int], size: tuple[int, int]
) -> Image.Image:
    """What lies within ``box``, drawn in this ``size``."""
    return picture.resize(size, Image.Resampling.LANCZOS, box=box)


def _orientation(source: Image.Image) -> int:
    try:
        return int(source.getexif().get(_ORIENTATION, 1))
    except Exception:  # crooked metadata is no reason to refuse a good picture
        return 1


def _target(size: tuple[int, int], is_turned: bool) -> tuple[int, int]:
    """How large it is shown, before it is turned."""
    scale = min(1.0, WIDTHS[-1] / size[1 if is_turned else 0])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _mixable(source: Image.Image) -> Image.Image:
    """In a mode where the mean of two pixels is a colour between them."""
    source.load()
    if source.mode.startswith("I;16"):
        return source.point(lambda value: value / 256).convert("L")
    if source.mode in {"PA", "LA", "La", "RGBa"} or "transparency" in source.info:
        return source.convert("RGBA")
    if source.mode in {"1", "L"}:
        return source.convert("L")
    return source if source.mode in {"RGBA", "CMYK", "LAB"} else source.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            made: Any = ImageCms.profileToProfile(picture, own, _SRGB, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # colours a little off are better than no picture
        else:
            return made
    return picture.convert(mode)
