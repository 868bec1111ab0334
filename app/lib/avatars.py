"""Pictures for people who have given none: drawn from the handle, always the same."""

import hashlib
from collections.abc import Callable

_INK, _PAPER = "#20263f", "#f6eedd"
_GROUNDS = ("#e3a93c", "#2d8578", "#a8c3d6", "#eab0a4", "#20263f", "#e2472c", "#6d8a4f")
_SIDE = 96
_DROP = (
    "M49 14c16 0 28 11 28 28 0 22-15 36-40 42 8-5 13-10 14-17-16-1-27-11-27-25"
    "S33 14 49 14z"
)

Draw = Callable[[int, str, str], str]


def avatar_svg(handle: str) -> str:
    """Return an SVG 1.1 document, 96 by 96, that depends on ``handle`` alone."""
    seed = int.from_bytes(hashlib.sha256(handle.encode()).digest()[:8])
    seed, ground = divmod(seed, len(_GROUNDS))
    seed, step = divmod(seed, len(_GROUNDS) - 1)
    seed, motif = divmod(seed, len(_MOTIFS))
    back = _GROUNDS[ground]
    front = _GROUNDS[(ground + 1 + step) % len(_GROUNDS)]
    ink = _PAPER if back == _INK else _INK
    shapes = _MOTIFS[motif](seed, front, ink)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}" '
        f'width="{_SIDE}" height="{_SIDE}">'
        f'<rect width="{_SIDE}" height="{_SIDE}" fill="{back}"/>{shapes}</svg>'
    )


def _petals(seed: int, front: str, ink: str) -> str:
    count = 5 + seed % 4
    ring = [
        f'<ellipse cx="48" cy="26" rx="11" ry="21" fill="{_PAPER if i % 2 else front}" '
        f'transform="rotate({i * 360 // count} 48 48)"/>'
        for i in range(count)
    ]
    return "".join(ring) + f'<circle cx="48" cy="48" r="9" fill="{ink}"/>'


def _hills(seed: int, front: str, ink: str) -> str:
    sun_x, sun_y, crest = 22 + seed % 52, 20 + seed // 7 % 16, 50 + seed // 11 % 16
    return (
        f'<circle cx="{sun_x}" cy="{sun_y}" r="11" fill="{front}"/>'
        f'<path d="M0 {crest}q24-22 48 0t48 0v48H0z" fill="{ink}"/>'
        f'<path d="M0 {crest + 18}q24-16 48 0t48 0v40H0z" fill="{_PAPER}"/>'
    )


def _tiles(seed: int, front: str, ink: str) -> str:
    squares = []
    for place in range(16):
        colour = (front, ink, _PAPER)[(seed >> place) % 3]
        x, y = place % 4 * 24, place // 4 * 24
        corner = f"M{x} {y}h24l-24 24z" if seed >> place & 1 else f"M{x} {y}h24v24z"
        squares.append(f'<path d="{corner}" fill="{colour}"/>')
    return "".join(squares)


def _rings(seed: int, front: str, ink: str) -> str:
    x, y = 30 + seed % 36, 30 + seed // 5 % 36
    radii = ((44, front), (32, _PAPER), (21, ink), (9, front))
    return "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{c}"/>' for r, c in radii)


def _waves(seed: int, front: str, ink: str) -> str:
    dip = 8 + seed % 9
    line = f'q12 {dip} 24 0t24 0 24 0 24 0" fill="none" stroke-width="7" stroke="'
    colours = (front, ink, _PAPER, front, ink)
    return "".join(
        f'<path d="M0 {16 + i * 16}{line}{colour}"/>'
        for i, colour in enumerate(colours)
    )


def _comma(seed: int, front: str, ink: str) -> str:
    turn = (0, 90, 180, 270)[seed % 4]
    x, y = 38 + seed // 4 % 20, 36 + seed // 9 % 14
    return (
        f'<path d="{_DROP}" fill="{front}" transform="rotate({turn} 48 48)"/>'
        f'<circle cx="{x}" cy="{y}" r="6" fill="{ink}"/>'
    )


_MOTIFS: tuple[Draw, ...] = (_petals, _hills, _tiles, _rings, _waves, _comma)
