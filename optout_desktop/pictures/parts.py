"""The parts of a picture, each drawn as a block from its top left corner."""

from dataclasses import replace
from functools import partial

from optout_desktop.base.palette import Role
from optout_desktop.pictures.controls import (
    draw_button,
    draw_choices,
    draw_drop_down,
    draw_link,
    draw_radio,
    draw_text_field,
    draw_tick,
    draw_toggle,
)
from optout_desktop.pictures.pen import (
    Pen,
    at,
    boxed,
    label_with_end,
    paragraph,
    side_by_side,
    sign,
    spread,
    stacked,
)
from optout_desktop.pictures.primitives import Anchor, Block, Circle, Line, Rect, Shape
from optout_desktop.pictures.states import in_state
from optout_desktop.pictures.vocabulary import (
    AccountCard,
    Arrow,
    Bars,
    Button,
    Calendar,
    DropDown,
    Link,
    Menu,
    Note,
    Part,
    Radio,
    Row,
    Tabs,
    TextBox,
    TextField,
    Tick,
    Toggle,
)

_BARS = (1.0, 0.75, 0.6, 0.85, 0.5)
"""Shares of the room, as paragraphs end."""
_DAYS_OF_A_WEEK = 7
_DAYS_OF_A_MONTH = 31


def draw_part(pen: Pen, part: Part) -> Block:  # noqa: C901, PLR0911, PLR0912 - one line per kind
    """Draw one part in the room of ``pen``."""
    match part:
        case Toggle():
            return draw_toggle(pen, part)
        case Tick():
            return draw_tick(pen, part)
        case Radio():
            return draw_radio(pen, part)
        case DropDown():
            return draw_drop_down(pen, part)
        case TextField() | TextBox():
            return draw_text_field(pen, part)
        case Button():
            return draw_button(pen, part)
        case Link():
            return draw_link(pen, part)
        case Tabs():
            return _tabs(pen, part)
        case Menu():
            return _menu(pen, part)
        case Row():
            return _row(pen, part)
        case Bars():
            return draw_bars(pen, part.count)
        case Calendar():
            return _calendar(pen, part)
        case AccountCard():
            return _account_card(pen, part)
        case Note():
            return _note(pen, part)
        case Arrow():
            return _arrow(pen, part)


def _tabs(pen: Pen, part: Tabs) -> Block:
    """Draw tabs in as many rows as they need; the open one is underlined in accent."""
    opened = in_state(pen.state, part.before, part.after)
    tabs = [_tab(pen, label, is_open=n == opened) for n, label in enumerate(part.options, 1)]
    gap = pen.grown(16)
    rows: list[list[Block]] = [[]]
    for tab in tabs:
        taken = sum(other.width + gap for other in rows[-1])
        if rows[-1] and taken + tab.width > pen.width:
            rows.append([])
        rows[-1].append(tab)
    return stacked(*(_tab_row(pen, row, gap) for row in rows), gap=4)


def _tab(pen: Pen, label: str, *, is_open: bool) -> Block:
    text = paragraph(pen, label, role="accent" if is_open else pen.role)
    height = text.height + 10
    line = Rect(0, height - 3, text.width, 3, 1.5, "accent")
    return Block(text.width, height, (*text.shapes, *((line,) if is_open else ())))


def _tab_row(pen: Pen, tabs: list[Block], gap: float) -> Block:
    height = max(tab.height for tab in tabs)
    # Tabs stand on one line, however many lines their labels have.
    even = [Block(tab.width, height, at(tab, 0, height - tab.height)) for tab in tabs]
    row = side_by_side(*even, gap=gap)
    base = Line(((0, height), (pen.width, height)), "line")
    return Block(pen.width, height + 1, (base, *row.shapes))


def _menu(pen: Pen, part: Menu) -> Block:
    arrow = sign(pen, "down", "control")
    across = 10
    label = paragraph(pen.narrowed(2 * across + arrow.width + 6), part.opener, bold=True)
    opener = boxed(
        side_by_side(label, arrow, gap=6),
        across=across,
        down=5,
        radius=6,
        fill="panel",
        stroke="control",
    )
    longest = max(paragraph(pen, item).width for item in part.items)
    # The room of an item is its longest label and the borders of the list about it.
    list_pen = replace(pen, width=min(pen.width, max(longest + 48, pen.width * 0.6)))
    return stacked(opener, draw_choices(list_pen, part.items, part.choose, ticked=False), gap=4)


def _row(pen: Pen, part: Row) -> Block:
    """Draw a label, the value at its end or below it, and the sign that it leads further."""
    value = in_state(pen.state, part.before, part.after)
    arrow = sign(pen, "onward", "control")
    inner = pen.narrowed(arrow.width + 8)
    role: Role = "ink" if pen.marked else "mute"
    content = paragraph(inner, part.label)
    if value is not None:
        shown = partial(_row_value, inner, value, role)
        content = label_with_end(inner, part.label, shown, least=pen.width / 2 / pen.size())
    line = spread(pen, content, arrow)
    if pen.marked:
        return line
    height = line.height + pen.grown(10)
    return Block(
        pen.width, height, (*line.shapes, Line(((0, height), (pen.width, height)), "line"))
    )


def _row_value(pen: Pen, value: str, role: Role, anchor: Anchor) -> Block:
    return paragraph(pen, value, bold=pen.marked, role=role, anchor=anchor)


def draw_bars(pen: Pen, count: int) -> Block:
    """Draw pale bars in place of what does not matter."""
    height = pen.grown(10)
    bars = (Block(pen.width, height, (_bar(pen.width * _BARS[n], height),)) for n in range(count))
    return stacked(*bars, gap=pen.grown(8))


def _bar(width: float, height: float) -> Rect:
    return Rect(0, 0, width, height, height / 2, "window", "line")


def _calendar(pen: Pen, part: Calendar) -> Block:
    """Draw five weeks of numbers with one of them marked, below a label."""
    day = paragraph(pen, "30", "small", bold=True)
    radius = day.width / 2 + 4
    step = pen.width / _DAYS_OF_A_WEEK
    height = max(2 * radius, day.height) + 2
    shapes: tuple[Shape, ...] = ()
    for place in range(_DAYS_OF_A_MONTH):
        x = (place % _DAYS_OF_A_WEEK + 0.5) * step
        y = (place // _DAYS_OF_A_WEEK + 0.5) * height
        is_marked = place + 1 == part.day
        role: Role = "on_accent" if is_marked else "mute"
        number = paragraph(pen, str(place + 1), "small", role=role, bold=is_marked, anchor="middle")
        if is_marked:
            shapes += (Circle(x, y, radius, "accent"),)
        shapes += at(number, x - number.width / 2, y - number.height / 2)
    weeks = -(-_DAYS_OF_A_MONTH // _DAYS_OF_A_WEEK)
    grid = Block(pen.width, weeks * height, shapes)
    return stacked(paragraph(pen, part.label, bold=True), grid, gap=pen.grown(6))


def _account_card(pen: Pen, part: AccountCard) -> Block:
    value = in_state(pen.state, part.before, part.after)
    side = pen.grown(36)
    face = Block(
        side,
        side,
        (
            Circle(side / 2, side / 2, side / 2, "window", "control"),
            Circle(side / 2, side * 0.38, side * 0.15, "control"),
            Rect(side * 0.24, side * 0.6, side * 0.52, side * 0.22, side * 0.11, "control"),
        ),
    )
    across, gap = 10, pen.grown(10)
    inner = pen.narrowed(2 * across)
    text_pen = inner.narrowed(side + gap)
    lines = [paragraph(text_pen, part.label, bold=True)]
    if value is not None:
        lines.append(paragraph(text_pen, value, role="ink" if pen.marked else "mute"))
    return boxed(
        side_by_side(face, stacked(*lines), gap=gap),
        across=across,
        down=10,
        radius=8,
        width=pen.width,
        fill="panel",
        stroke="line",
    )


def _note(pen: Pen, part: Note) -> Block:
    across = 12
    text = paragraph(pen.narrowed(2 * across), part.text, "small", role="warn")
    box = boxed(text, across=across, down=8, radius=6, width=pen.width, fill="warn_soft")
    # High contrast has no soft colours: the bar at the start shows there that this is a note.
    return Block(box.width, box.height, (*box.shapes, Rect(0, 0, 3, box.height, 1.5, "warn")))


def _arrow(pen: Pen, part: Arrow) -> Block:
    length, reach = pen.grown(22), pen.grown(5)
    shaft = Line(((reach, 0), (reach, length)), "mute", pen.grown(1.5))
    points = ((0, length - reach), (reach, length), (2 * reach, length - reach))
    arrow = Block(2 * reach, length, (shaft, Line(points, "mute", pen.grown(1.5))))
    if part.label is None:
        return arrow
    gap = pen.grown(10)
    text = paragraph(pen.narrowed(arrow.width + gap), part.label, role="mute")
    return side_by_side(arrow, text, gap=gap)
