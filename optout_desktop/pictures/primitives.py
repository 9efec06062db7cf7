"""What a picture is drawn with: a few simple shapes, placed but not yet coloured.

Lengths are in the units of the picture; x grows to the right, y downwards.
"""

from dataclasses import dataclass, replace
from typing import Literal

from optout_desktop.base.palette import Role

Anchor = Literal["start", "middle", "end"]
Bounds = tuple[float, float, float, float]

_ASCENT = 1.0
_DESCENT = 0.3
"""How far letters reach above and below their line, in font sizes; marks of Arabic included."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A box with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 1


@dataclass(frozen=True, slots=True)
class Circle:
    """A round shape about its centre."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, with round ends."""

    points: tuple[tuple[float, float], ...]
    stroke: Role
    stroke_width: float = 1
    upright: bool = False
    """A tick is never turned round, unlike an arrow."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: ``y`` is its base line, ``width`` how wide it is at most."""

    x: float
    y: float
    content: str
    size: float
    width: float
    role: Role = "ink"
    bold: bool = False
    anchor: Anchor = "start"


Shape = Rect | Circle | Line | Text


@dataclass(frozen=True, slots=True)
class Block:
    """Shapes that belong together, from (0, 0) to (width, height)."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()


def moved(shapes: tuple[Shape, ...], right: float, down: float) -> tuple[Shape, ...]:
    """Move shapes."""
    return tuple(_moved(shape, right, down) for shape in shapes)


def _moved(shape: Shape, right: float, down: float) -> Shape:
    if isinstance(shape, Line):
        return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
    return replace(shape, x=shape.x + right, y=shape.y + down)


def mirrored(shapes: tuple[Shape, ...], width: float) -> tuple[Shape, ...]:
    """Turn shapes round in a picture of this width, for languages read from the right."""
    return tuple(_mirrored(shape, width) for shape in shapes)


def _mirrored(shape: Shape, width: float) -> Shape:
    match shape:
        case Line(upright=True):
            left, _, right, _ = bounds(shape)
            return _moved(shape, width - right - left, 0)
        case Line():
            return replace(shape, points=tuple((width - x, y) for x, y in shape.points))
        case Rect():
            return replace(shape, x=width - shape.x - shape.width)
        case Circle():
            return replace(shape, x=width - shape.x)
        case Text():
            other: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
            return replace(shape, x=width - shape.x, anchor=other[shape.anchor])


def bounds(shape: Shape) -> Bounds:
    """Return the left, top, right and bottom of what a shape covers."""
    match shape:
        case Line():
            xs, ys = zip(*shape.points, strict=True)
            return min(xs), min(ys), max(xs), max(ys)
        case Rect():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Circle():
            r = shape.radius
            return shape.x - r, shape.y - r, shape.x + r, shape.y + r
        case Text():
            before = {"start": 0.0, "middle": shape.width / 2, "end": shape.width}[shape.anchor]
            left = shape.x - before
            top, bottom = shape.y - _ASCENT * shape.size, shape.y + _DESCENT * shape.size
            return left, top, left + shape.width, bottom
