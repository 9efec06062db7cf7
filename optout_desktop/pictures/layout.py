"""From a picture to placed shapes: the frame, the way there, and the parts below each other."""

from dataclasses import dataclass, replace

from optout_desktop.pictures.frames import frame_of, outline
from optout_desktop.pictures.labels import SEPARATOR, Direction
from optout_desktop.pictures.parts import draw_part
from optout_desktop.pictures.pen import Pen, at, paragraph
from optout_desktop.pictures.primitives import Block, Circle, Rect, Shape, mirrored, moved
from optout_desktop.pictures.states import mark_of
from optout_desktop.pictures.vocabulary import Picture, State

_SIDE = 22
"""Where texts begin, from the edge of the frame."""
_OUTDENT = 10
"""How far the box about a marked part stands out, so that its text keeps the line of the others."""
_GAP = 14


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture laid out: its size and its shapes from back to front."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def layout(
    picture: Picture,
    *,
    state: State,
    direction: Direction = "ltr",
    scale: float = 1.0,
    width: int = 360,
) -> Drawing:
    """Lay a picture out: ``width`` is kept, the height follows from the text at this ``scale``."""
    page = Pen(width, scale, state, direction)
    frame = frame_of(picture, page)
    pen = page.narrowed(width - frame.width + 2 * _SIDE)
    shapes = frame.head.shapes
    y = frame.head.height + _GAP
    for heading in _headings(picture, pen):
        shapes += at(heading, _SIDE, y)
        y += heading.height
    y += 10 if picture.title or picture.crumbs else 0
    is_any_marked = any(mark_of(part) for part in picture.parts)
    for part in picture.parts:
        mark = mark_of(part)
        role = pen.role if mark or not is_any_marked else "mute"
        block = draw_part(replace(pen, marked=bool(mark), role=role), part)
        if mark:
            y += _callout_radius(pen) - 4
            block = _marked(pen, block, mark)
        shapes += at(block, _SIDE, y)
        y += block.height + _GAP
    height = max(y - _GAP + frame.foot, frame.shortest)
    placed = moved((*outline(picture, frame, height), *shapes), frame.left, 0)
    if direction == "rtl":
        placed = mirrored(placed, width)
    return Drawing(width, height, placed)


def _headings(picture: Picture, pen: Pen) -> list[Block]:
    headings = []
    if picture.crumbs:
        way = "".join(f"{crumb} {SEPARATOR} " for crumb in picture.crumbs)
        headings.append(paragraph(pen, way, "small", role="mute"))
    if picture.title:
        headings.append(paragraph(pen, picture.title, "title", bold=True))
    return headings


def _callout_radius(pen: Pen) -> float:
    return pen.grown(11)


def _marked(pen: Pen, content: Block, mark: int) -> Block:
    """Draw the box and the numbered callout of the part that matters."""
    radius = _callout_radius(pen)
    # The callout sits on the corner: the content begins below its lower half.
    down = radius + 3
    height = content.height + 2 * down
    box = Rect(-_OUTDENT, 0, content.width + 2 * _OUTDENT, height, 9, "soft", "accent", 2)
    x = content.width + _OUTDENT - (radius - 7)
    number = paragraph(pen, str(mark), "small", role="on_accent", bold=True, anchor="middle")
    shapes = (
        box,
        *at(content, 0, down),
        Circle(x, 0, radius, "accent"),
        *at(number, x - number.width / 2, -number.height / 2),
    )
    return Block(content.width, height, shapes)
