"""What every part is drawn with: the room that is left, the sizes, lines of text and stacks."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from optout_desktop.base.palette import Role
from optout_desktop.pictures.labels import Direction, direction_of, isolated, plain
from optout_desktop.pictures.primitives import Anchor, Block, Line, Rect, Shape, Text, moved
from optout_desktop.pictures.vocabulary import State
from optout_desktop.pictures.widths import measure, wrap

Size = Literal["small", "text", "title"]
_SIZES: dict[Size, float] = {"small": 11, "text": 12, "title": 14}
"""In units at a text scale of 1.0; none below 11."""
_LINE = 1.4
_BASE = 1.05
"""Where the base line lies in a line of text, in font sizes: capitals stand in its middle."""

Sign = Literal["down", "onward", "tick", "dash"]
_SIGNS: dict[Sign, tuple[tuple[float, float], ...]] = {
    "down": ((-4, -2), (0, 2), (4, -2)),
    "onward": ((-2, -4), (2, 0), (-2, 4)),
    "tick": ((-4, 0), (-1.2, 3), (4, -3.2)),
    "dash": ((-3.5, 0), (3.5, 0)),
}


@dataclass(frozen=True, slots=True)
class Pen:
    """The room and the manner in which one part is drawn."""

    width: float
    scale: float
    state: State
    direction: Direction
    marked: bool = False
    role: Role = field(default="ink")
    """The colour of text: ``mute`` where another part is the one that matters."""

    def narrowed(self, by: float) -> "Pen":
        """Return a pen with less room."""
        return replace(self, width=self.width - by)

    def grown(self, length: float) -> float:
        """Return the size of a control: it grows half as fast as the text, which keeps its room."""
        return length * (1 + self.scale) / 2

    def size(self, size: Size = "text") -> float:
        """Return the size of a font."""
        return _SIZES[size] * self.scale

    def line(self, size: Size = "text") -> float:
        """Return the height of a line of text with its leading."""
        return self.size(size) * _LINE


def paragraph(
    pen: Pen,
    label: str,
    size: Size = "text",
    *,
    role: Role | None = None,
    bold: bool = False,
    anchor: Anchor = "start",
) -> Block:
    """Set a label in as many lines as it needs; an empty one keeps the height of a line."""
    text = plain(label)
    font = pen.size(size)
    lines = wrap(text, pen.width, font, bold=bold)
    widths = [measure(line, font, bold=bold) for line in lines]
    width = max(widths, default=0)
    direction = direction_of(text, pen.direction)
    x = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    shapes = tuple(
        Text(
            x=x,
            y=place * pen.line(size) + font * _BASE,
            content=isolated(line, direction),
            size=font,
            width=widths[place],
            role=role or pen.role,
            bold=bold,
            anchor=anchor,
        )
        for place, line in enumerate(lines)
    )
    return Block(width, max(1, len(lines)) * pen.line(size), shapes)


def sign(pen: Pen, kind: Sign, role: Role, *, stroke: float = 1.5) -> Block:
    """Draw one of the small signs in a square."""
    side = pen.grown(12)
    points = tuple((side / 2 + pen.grown(x), side / 2 + pen.grown(y)) for x, y in _SIGNS[kind])
    return Block(side, side, (Line(points, role, pen.grown(stroke), upright=kind == "tick"),))


def at(block: Block, x: float, y: float) -> tuple[Shape, ...]:
    """Put a block down."""
    return moved(block.shapes, x, y)


def stacked(*blocks: Block, gap: float = 0) -> Block:
    """Put blocks below each other."""
    shapes: tuple[Shape, ...] = ()
    y = 0.0
    for block in blocks:
        shapes += at(block, 0, y)
        y += block.height + gap
    return Block(max(block.width for block in blocks), y - gap, shapes)


def side_by_side(*blocks: Block, gap: float) -> Block:
    """Put blocks beside each other, their middles on one line."""
    height = max(block.height for block in blocks)
    shapes: tuple[Shape, ...] = ()
    x = 0.0
    for block in blocks:
        shapes += at(block, x, (height - block.height) / 2)
        x += block.width + gap
    return Block(x - gap, height, shapes)


def spread(pen: Pen, start: Block, end: Block) -> Block:
    """Put one block at the start and one at the end of the room, their middles on one line."""
    height = max(start.height, end.height)
    shapes = (
        *at(start, 0, (height - start.height) / 2),
        *at(end, pen.width - end.width, (height - end.height) / 2),
    )
    return Block(pen.width, height, shapes)


def label_with_end(
    pen: Pen, label: str, end: Callable[[Anchor], Block], *, least: float = 6
) -> Block:
    """Set a label with something at its end, or below it where too little room is left.

    ``end`` draws it for the end of the room or, below, for its start; ``least`` is the room that
    the label needs, in font sizes.
    """
    beside = end("end")
    gap = pen.grown(12)
    label_pen = pen.narrowed(beside.width + gap)
    if label_pen.width < least * pen.size():
        return stacked(paragraph(pen, label), end("start"), gap=gap / 2)
    return spread(pen, paragraph(label_pen, label), beside)


def boxed(
    content: Block,
    *,
    across: float,
    down: float,
    radius: float,
    width: float | None = None,
    fill: Role | None = None,
    stroke: Role | None = None,
) -> Block:
    """Draw a box about a block, with room ``across`` at its sides and ``down`` above and below."""
    wide = content.width + 2 * across if width is None else width
    high = content.height + 2 * down
    box = Rect(0, 0, wide, high, min(radius, high / 2), fill, stroke)
    return Block(wide, high, (box, *at(content, across, down)))
