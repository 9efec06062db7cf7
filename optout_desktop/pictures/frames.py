"""The frames: what is around the parts and tells where one is."""

from dataclasses import dataclass

from optout_desktop.pictures.pen import Pen, at, boxed, paragraph, side_by_side, spread
from optout_desktop.pictures.primitives import Block, Circle, Line, Rect, Shape
from optout_desktop.pictures.vocabulary import Picture

_EDGE = 14
_PHONE = 270
"""How wide a phone is at a text scale of 1.0."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame whose head is drawn; ``left`` and ``width`` say where it stands in the picture."""

    left: float
    width: float
    head: Block
    foot: float
    """The room to keep below the parts."""
    shortest: float
    """The least height of the frame."""


def frame_of(picture: Picture, pen: Pen) -> Frame:
    """Draw the head of the frame; ``pen.width`` is the width of the whole picture."""
    match picture.frame:
        case "browser":
            return Frame(0, pen.width, _browser_head(pen, picture.address), 20, 0)
        case "phone":
            width = min(pen.width, _PHONE * pen.scale)
            head = _phone_head(pen.narrowed(pen.width - width), picture.address)
            return Frame((pen.width - width) / 2, width, head, 34, width * 1.5 / pen.scale)
        case "e-mail":
            return Frame(0, pen.width, _mail_head(pen, picture.address), 20, 0)
        case "form":
            return Frame(0, pen.width, _form_head(pen, picture.address), 20, 0)
        case "window":
            return Frame(0, pen.width, _window_head(pen, picture.address), 20, 0)
        case "page":
            return Frame(0, pen.width, Block(pen.width, 8), 20, 0)


def outline(picture: Picture, frame: Frame, height: float) -> tuple[Shape, ...]:
    """Draw the frame itself, ``height`` high, below everything else."""
    width = frame.width
    match picture.frame:
        case "browser" | "e-mail" | "window" | "page":
            return (Rect(1, 1, width - 2, height - 2, 10, "panel", "line"),)
        case "phone":
            bar = width / 3
            return (
                Rect(1, 1, width - 2, height - 2, 30, "panel", "control", 2),
                Rect((width - bar) / 2, height - 14, bar, 4, 2, "control"),
            )
        case "form":
            clip = width / 6
            return (
                Rect(1, 7, width - 2, height - 8, 6, "panel", "line"),
                Rect((width - clip) / 2, 1, clip, 12, 4, "control"),
            )


def _browser_head(pen: Pen, address: str | None) -> Block:
    left = 56
    bar = _address_bar(pen.narrowed(left + _EDGE), address)
    height = bar.height + 14
    dots = tuple(Circle(18 + 13 * place, height / 2, 4, "line") for place in range(3))
    return Block(pen.width, height, (*dots, *at(bar, left, 7), _rule(pen, height)))


def _phone_head(pen: Pen, address: str | None) -> Block:
    speaker = Rect(pen.width / 2 - 22, 13, 44, 5, 2.5, "control")
    if address is None:
        return Block(pen.width, 26, (speaker,))
    bar = _address_bar(pen.narrowed(2 * _EDGE), address)
    height = bar.height + 38
    return Block(pen.width, height, (speaker, *at(bar, _EDGE, 30), _rule(pen, height)))


def _mail_head(pen: Pen, address: str | None) -> Block:
    wide, high = pen.grown(28), pen.grown(20)
    envelope = Block(
        wide,
        high,
        (
            Rect(0, 0, wide, high, 3, "window", "control", 1.5),
            Line(((2, 2), (wide / 2, high * 0.6), (wide - 2, 2)), "control", 1.5),
        ),
    )
    gap = 12
    room = pen.narrowed(2 * 22 + wide + gap)
    bar = pen.grown(8)
    bars = Block(
        room.width,
        2 * bar + 6,
        (
            Rect(0, 0, room.width * 0.55, bar, bar / 2, "window", "line"),
            Rect(0, bar + 6, room.width * 0.85, bar, bar / 2, "window", "line"),
        ),
    )
    sender = paragraph(room, address, "small", role="mute") if address else bars
    line = side_by_side(envelope, sender, gap=gap)
    height = line.height + 24
    return Block(pen.width, height, (*at(line, 22, 12), _rule(pen, height)))


def _form_head(pen: Pen, address: str | None) -> Block:
    if address is None:
        return Block(pen.width, 14)
    bar = _address_bar(pen.narrowed(2 * _EDGE), address)
    return Block(pen.width, bar.height + 24, at(bar, _EDGE, 22))


def _window_head(pen: Pen, address: str | None) -> Block:
    left = 22
    room = pen.narrowed(2 * left)
    signs = _window_signs(pen)
    title = paragraph(room.narrowed(signs.width + 12), address or "", "small", role="mute")
    # However many lines the title has, the signs stay on the first.
    top = (pen.line("small") - signs.height) / 2
    bar = spread(room, title, Block(signs.width, title.height, at(signs, 0, top)))
    height = bar.height + 14
    return Block(pen.width, height, (*at(bar, left, 7), _rule(pen, height)))


def _window_signs(pen: Pen) -> Block:
    """Draw a line, a square and a cross: the signs that all systems have in their own manner."""
    side = pen.grown(8)
    line = Line(((0, side / 2), (side, side / 2)), "control", 1.5)
    square = Rect(0, 0, side, side, 1, None, "control", 1.5)
    cross = (
        Line(((0, 0), (side, side)), "control", 1.5),
        Line(((0, side), (side, 0)), "control", 1.5),
    )
    signs = (Block(side, side, shapes) for shapes in ((line,), (square,), cross))
    return side_by_side(*signs, gap=pen.grown(10))


def _address_bar(pen: Pen, address: str | None) -> Block:
    across = 10
    text = paragraph(pen.narrowed(2 * across), address or "", "small", role="mute")
    return boxed(
        text,
        across=across,
        down=2.5,
        radius=10,
        width=pen.width,
        fill="window",
        stroke="line",
    )


def _rule(pen: Pen, height: float) -> Line:
    return Line(((1, height), (pen.width - 1, height)), "line")
