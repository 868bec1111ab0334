"""The strip of landscape above a profile: drawn from the handle, always the same."""

import hashlib
from math import sin, tau

_RAMPS = (
    ("#a8c3d6", "#c4d5dd", "#f6eedd", "#eab0a4", "#e3a93c", "#20263f"),
    ("#f6eedd", "#eab0a4", "#e2472c", "#8c3b4a", "#3b3358", "#20263f"),
    ("#eab0a4", "#f6eedd", "#a8c3d6", "#6f9fae", "#2d8578", "#20263f"),
    ("#e3a93c", "#f0c873", "#f6eedd", "#a9c0a0", "#6d8a4f", "#2f4a3c"),
    ("#20263f", "#2f3a63", "#4f6b96", "#a8c3d6", "#eab0a4", "#e3a93c"),
)
_WIDTH, _HEIGHT, _STEP = 1600, 400, 20


def banner_svg(handle: str) -> str:
    """Return an SVG 1.1 document, 1600 by 400, that depends on ``handle`` alone."""
    seed = hashlib.sha256(f"banner {handle}".encode()).digest()
    sky, *bands = _RAMPS[seed[0] % len(_RAMPS)]
    strata = "".join(
        _stratum(place, colour, seed[4 * place : 4 * place + 8])
        for place, colour in enumerate(bands, start=1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="{sky}"/>{strata}</svg>'
    )


def _stratum(place: int, colour: str, seed: bytes) -> str:
    """One wavy layer from its crest down to the ground."""
    level = 55 * place + seed[0] % 30
    points = [(x, level + _swell(x, seed)) for x in range(0, _WIDTH + 1, _STEP)]
    line = "".join(f"L{x} {y:.0f}" for x, y in points)
    return f'<path d="M{line[1:]}V{_HEIGHT}H0z" fill="{colour}"/>'


def _swell(x: int, seed: bytes) -> float:
    long = (12 + seed[1] % 22) * sin(tau * (x / 1500 + seed[2] / 255))
    short = (4 + seed[3] % 9) * sin(tau * (x / 470 + seed[4] / 255))
    return long + short
