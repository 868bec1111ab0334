"""Our own drawings in pixels: as much of SVG as they are made of, and no more.

Only what this application drew itself comes here, never what somebody sent.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import cos, radians, sin
from xml.etree import ElementTree

from PIL import Image, ImageDraw

Point = tuple[float, float]
Move = Callable[[Point], Point]
# In how many straight lines a curve is drawn.
_STEPS = 16
# Drawn so much larger and shrunk, no line has steps.
_FINE = 4
_PART = re.compile(r"([MCcSqtlhvHz])([^MCcSqtlhvHz]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_TURN = re.compile(r"rotate\((\S+) (\S+) (\S+)\)")


def drawn(svg: str, side: int) -> Image.Image:
    """The square drawing ``svg``, ``side`` pixels wide."""
    root = ElementTree.fromstring(svg)  # noqa: S314  (our own, see above)
    scale = side * _FINE / float(root.get("viewBox", "0 0 1 1").split()[2])
    picture = Image.new("RGB", (side * _FINE, side * _FINE))
    for element in root:
        _draw(ImageDraw.Draw(picture), element, scale)
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def silhouette(path: str, across: float, side: int) -> Image.Image:
    """A mask of what ``path`` surrounds in a square of ``across`` units."""
    large = side * _FINE
    mask = Image.new("L", (large, large))
    points = [(x * large / across, y * large / across) for x, y in outline(path)]
    ImageDraw.Draw(mask).polygon(points, fill=255)
    return mask.resize((side, side), Image.Resampling.LANCZOS)


def _draw(
    canvas: ImageDraw.ImageDraw, element: ElementTree.Element, scale: float
) -> None:
    turned = _turned(element.get("transform", ""))
    points = [(x * scale, y * scale) for x, y in map(turned, _points(element))]
    if stroke := element.get("stroke"):
        width = round(float(element.get("stroke-width", "1")) * scale)
        canvas.line(points, fill=stroke, width=width, joint="curve")
    else:
        canvas.polygon(points, fill=element.get("fill"))


def _points(element: ElementTree.Element) -> list[Point]:
    """The outline of one shape."""

    def said(name: str) -> float:
        return float(element.get(name, "0"))

    match element.tag.rpartition("}")[2]:
        case "rect":
            wide, high = said("width"), said("height")
            return [(0, 0), (wide, 0), (wide, high), (0, high)]
        case "path":
            return outline(element.get("d", ""))
    across, down = said("rx") or said("r"), said("ry") or said("r")
    angles = (radians(degrees) for degrees in range(0, 360, 6))
    middle = said("cx"), said("cy")
    return [(middle[0] + across * cos(a), middle[1] + down * sin(a)) for a in angles]


def _turned(transform: str) -> Move:
    """What a ``rotate(degrees x y)`` does to a point."""
    if (found := _TURN.fullmatch(transform)) is None:
        return lambda point: point
    degrees, x, y = map(float, found.groups())
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return lambda p: (
        x + (p[0] - x) * c - (p[1] - y) * s,
        y + (p[0] - x) * s + (p[1] - y) * c,
    )


def outline(path: str) -> list[Point]:
    """The points of the one line that ``path`` describes (SVG 1.1, section 8.3)."""
    points: list[Point] = []
    bend: Point = (0.0, 0.0)
    for command, said in _PART.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(said)]
        for curve in _curves(command, numbers, points, bend):
            bend = curve[-2]
            points += _flat(curve)
    return points


def _curves(
    command: str, numbers: list[float], points: list[Point], bend: Point
) -> Iterator[list[Point]]:
    """The curves that one command adds, each by its control points."""
    size = {"C": 6, "c": 6, "S": 4, "q": 4, "t": 2, "l": 2, "M": 2}.get(command, 1)
    for start in range(0, len(numbers), size):
        part = numbers[start : start + size]
        here = points[-1] if points else (0.0, 0.0)
        x, y = here if command.islower() else (0.0, 0.0)
        if command in "Hh":
            yield [here, (x + part[0], here[1])]
        elif command == "v":
            yield [here, (here[0], y + part[0])]
        elif command == "M":
            yield [(part[0], part[1]), (part[0], part[1])]
        else:
            told = [(x + a, y + b) for a, b in zip(part[::2], part[1::2], strict=True)]
            # A smooth curve goes on in the direction in which the last one ended.
            smooth = (2 * here[0] - bend[0], 2 * here[1] - bend[1])
            middle = [smooth] if command in "St" else []
            bend = ([here, *middle, *told])[-2]
            yield [here, *middle, *told]


def _flat(curve: list[Point]) -> Iterator[Point]:
    """A Bézier curve as short lines, without its first point."""
    if len(curve) == 2:
        yield curve[1]
        return
    for step in range(1, _STEPS + 1):
        yield _at(curve, step / _STEPS)


def _at(curve: list[Point], t: float) -> Point:
    while len(curve) > 1:
        curve = [
            (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
            for a, b in pairwise(curve)
        ]
    return curve[0]
