"""The picture beside a link: paper, a title in ink, who wrote it, and a red comma."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock

from PIL import Image, ImageDraw

from app.lib.avatars import avatar_svg
from app.lib.card_sheets import HEIGHT, WIDTH, CardSheet
from app.lib.card_text import OWN_FONT, Writing, legible, written
from app.lib.svg_shapes import drawn, silhouette

#: Seconds to wait while another card is being drawn in this process.
PATIENCE = 5
_one_at_a_time = Lock()

_PAPER, _WELL, _INK, _SOFT = "#faf6ee", "#f2eadb", "#1a2138", "#545b72"
_RED = "#e2472c"
# The mark of the site, on 24 by 24 units, as in img/favicon.svg.
_COMMA = (
    "M12.2 2C16.8 2 20 5.2 20 9.9c0 6.2-4.3 10.3-11.3 12-.6.1-.9-.6-.4-.9 2.3-1.5 "
    "3.5-3 3.8-5C7.5 16 4.4 13 4.4 9.3 4.4 5.1 7.7 2 12.2 2z"
)
_EDGE, _FACE, _SIGN = 84, 92, 54
_ROOM = WIDTH - 2 * _EDGE
# Sizes of letters with the lines that there is room for, the largest first.
_TITLE = ((80, 3), (68, 3), (58, 4), (48, 5))
_LINE = ((34, 1),)
# Seen with the eye: letters hang a little below the middle of their line.
_RISE = 6
_COLOURS, _PLAIN = 96, Image.Dither.NONE


def card(sheet: CardSheet, face: bytes | None, fonts: Sequence[Path] = ()) -> bytes:
    """Draw ``sheet`` as a PNG of :data:`WIDTH` by :data:`HEIGHT` pixels.

    :param face: a picture of the author, if they show one.
    :param fonts: files to try where our own has not all letters.
    :raises TimeoutError: when others' cards take too long.
    """
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise TimeoutError
    try:
        return _png(_drawn(sheet, face, (OWN_FONT, *fonts)))
    finally:
        _one_at_a_time.release()


def _drawn(sheet: CardSheet, face: bytes | None, fonts: Sequence[Path]) -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    title = _title(sheet.title, fonts)
    is_from_right = title is not None and title.is_from_right
    _ornament(picture, is_from_right, faint=title is not None)
    _line(picture, sheet.site, fonts, _INK, _EDGE, is_from_right, _sign())
    if title:
        _paragraph(picture, title)
    if sheet.handle:
        below = HEIGHT - _EDGE - _FACE // 2 + _SIGN // 2
        drawing = _face(sheet.handle, face)
        _line(
            picture,
            sheet.name,
            fonts,
            _SOFT,
            below - _FACE // 2,
            is_from_right,
            drawing,
        )
    return picture


def _title(text: str, fonts: Sequence[Path]) -> Writing | None:
    if (found := legible(text, fonts)) is None:
        return None
    words, file = found
    return written(words, file, width=_ROOM, sizes=_TITLE)


def _ornament(picture: Image.Image, is_from_right: bool, *, faint: bool) -> None:
    """A large comma that leaves the paper; where no title stands, it is the title."""
    side = 560 if faint else 380
    across = WIDTH - side + 90 if faint else (WIDTH - side) // 2
    place = (
        -90 if is_from_right and faint else across,
        HEIGHT - side + (70 if faint else -120),
    )
    picture.paste(_WELL if faint else _RED, place, _comma(side))


def _sign() -> Image.Image:
    sign = Image.new("RGBA", (_SIGN, _SIGN))
    sign.paste(_RED, (0, 0), _comma(_SIGN))
    return sign


@lru_cache
def _comma(side: int) -> Image.Image:
    return silhouette(_COMMA, 24, side)


def _face(handle: str, data: bytes | None) -> Image.Image:
    """Somebody's picture, round; what is drawn of their handle if there is none."""
    if data:
        with Image.open(BytesIO(data), formats=["WEBP", "PNG", "JPEG"]) as source:
            square = source.convert("RGB").resize((_FACE, _FACE))
    else:
        square = drawn(avatar_svg(handle), _FACE)
    mask = Image.new("L", (_FACE * 4, _FACE * 4))
    ImageDraw.Draw(mask).ellipse((0, 0, _FACE * 4, _FACE * 4), fill=255)
    round_one = square.convert("RGBA")
    round_one.putalpha(mask.resize((_FACE, _FACE), Image.Resampling.LANCZOS))
    return round_one


def _line(
    picture: Image.Image,
    text: str,
    fonts: Sequence[Path],
    colour: str,
    top: int,
    is_from_right: bool,
    sign: Image.Image,
) -> None:
    """A drawing with a name beside it, if that can be written."""
    left = WIDTH - _EDGE - sign.width if is_from_right else _EDGE
    picture.paste(sign, (left, top), sign)
    if (found := legible(text, fonts)) is None:
        return
    words, file = found
    beside = sign.width + 22
    line = written(words, file, width=_ROOM - beside, sizes=_LINE)
    x = WIDTH - _EDGE - beside if is_from_right else _EDGE + beside
    middle = top + sign.height // 2 - _RISE // 2
    anchor = "rm" if is_from_right else "lm"
    ImageDraw.Draw(picture).text(
        (x, middle), line.lines[0], fill=colour, font=line.font, anchor=anchor
    )


def _paragraph(picture: Image.Image, title: Writing) -> None:
    """The title, in the middle between the two lines."""
    height = title.line_height * len(title.lines)
    top = (_SIGN + HEIGHT - _FACE - height) // 2 + _RISE
    anchor = "rm" if title.is_from_right else "lm"
    x = WIDTH - _EDGE if title.is_from_right else _EDGE
    canvas = ImageDraw.Draw(picture)
    for number, line in enumerate(title.lines):
        y = top + title.line_height * number + title.line_height // 2
        canvas.text((x, y), line, fill=_INK, font=title.font, anchor=anchor)


def _png(picture: Image.Image) -> bytes:
    file = BytesIO()
    # A third of the weight, and no slower than a PNG of all colours.
    few = picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=_PLAIN)
    few.save(file, "PNG")
    return file.getvalue()
