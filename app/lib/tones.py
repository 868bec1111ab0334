"""The mean colour of a picture, one of 64: what its place shows until it is there.

A page may not style a single element, so each tone is a class in ``tone.css``.
"""

from PIL import Image

#: Brightness, and how blue and how red (YCbCr). Means are seldom far from grey.
_BRIGHT = (40, 95, 150, 210)
_TINTS = (98, 120, 136, 158)


def tone_of(picture: Image.Image) -> int:
    """The number of the tone nearest to the mean of ``picture``."""
    mean = picture.resize((1, 1), Image.Resampling.BOX).convert("YCbCr")
    bright, blue, red = mean.tobytes()
    near = (_nearest(_BRIGHT, bright), _nearest(_TINTS, blue), _nearest(_TINTS, red))
    return near[0] * 16 + near[1] * 4 + near[2]


def colour_of(tone: int) -> str:
    """The colour of a tone, as a stylesheet says it."""
    levels = (_BRIGHT[tone // 16], _TINTS[tone // 4 % 4], _TINTS[tone % 4])
    dot = Image.frombytes("YCbCr", (1, 1), bytes(levels)).convert("RGB")
    return f"#{dot.tobytes().hex()}"


def _nearest(levels: tuple[int, ...], value: int) -> int:
    return min(range(len(levels)), key=lambda place: abs(levels[place] - value))
