"""The parts that a person can set: switches, ticks, choices and fields, each in its state."""

from dataclasses import replace

from optout_desktop.base.languages import _
from optout_desktop.base.palette import Role
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
from optout_desktop.pictures.primitives import Anchor, Block, Circle, Line, Rect, Text, bounds
from optout_desktop.pictures.states import in_state, is_unknown, option_of
from optout_desktop.pictures.vocabulary import (
    Button,
    DropDown,
    Found,
    Link,
    Radio,
    TextBox,
    TextField,
    Tick,
    Toggle,
)

_ACROSS, _DOWN, _RADIUS = 10, 6, 6
"""Room inside the border of a field, and how round it is."""
_TEXT_BOX_LINES = 3


def draw_toggle(pen: Pen, part: Toggle) -> Block:
    """Draw a label, the word for its state, and the switch with its knob on that side."""
    shown: Found = in_state(pen.state, part.before, part.after)
    # Translators: the word beside a switch
    words: dict[Found, str] = {"on": _("On"), "off": _("Off")}
    # The room for the longer word is kept only where it can be seen.
    if part.before == "either":
        words["either"] = _("On or off")
    switch = _switch(pen, shown)
    gap = pen.grown(8)
    word_pen = pen.narrowed(switch.width + gap)

    def end(anchor: Anchor) -> Block:
        blocks = {
            state: paragraph(word_pen, word, bold=True, anchor=anchor)
            for state, word in words.items()
        }
        width = max(block.width for block in blocks.values())
        word = blocks[shown]
        # The switch stays where it is when the word changes.
        shift = width - word.width if anchor == "end" else 0
        kept = Block(width, word.height, at(word, shift, 0))
        # Below its label a long word comes last, so that a short one stands beside the switch too.
        is_last = anchor == "start" and "either" in words
        pair = (switch, kept) if is_last else (kept, switch)
        return side_by_side(*pair, gap=gap)

    return label_with_end(pen, part.label, end)


def _switch(pen: Pen, shown: Found) -> Block:
    width, height = pen.grown(38), pen.grown(22)
    middle = height / 2
    radius = middle - pen.grown(3)
    track = Rect(1, 1, width - 2, height - 2, middle - 1, "panel", "control", 2)
    knob = Circle(width / 2, middle, radius - pen.grown(1), "control")
    if shown == "on":
        track = Rect(0, 0, width, height, middle, "accent")
        knob = Circle(width - middle, middle, radius, "on_accent")
    elif shown == "off":
        track = Rect(0, 0, width, height, middle, "control")
        knob = Circle(middle, middle, radius, "panel")
    return Block(width, height, (track, knob))


def draw_tick(pen: Pen, part: Tick) -> Block:
    """Draw a box with a tick, without, or with a dash, its label, and the word for it below."""
    shown: Found = in_state(pen.state, part.before, part.after)
    side = pen.grown(16)
    box = Rect(0, 0, side, side, 4, "panel", "control", 1.5)
    mark = Block(0, 0)
    word = _("Not ticked")
    if shown == "on":
        box = Rect(0, 0, side, side, 4, "accent", "accent", 1.5)
        mark = sign(pen, "tick", "on_accent", stroke=2)
        word = _("Ticked")
    elif shown == "either":
        mark = sign(pen, "dash", "control", stroke=2)
        word = _("Ticked or not")
    place = (side - mark.width) / 2
    text_pen = pen.narrowed(side + pen.grown(10))
    text = stacked(
        paragraph(text_pen, part.label),
        paragraph(text_pen, word, "small", bold=True),
    )
    top = (pen.line() - side) / 2
    shapes = (
        *at(Block(side, side, (box, *at(mark, place, place))), 0, top),
        *at(text, side + pen.grown(10), 0),
    )
    return Block(pen.width, max(text.height, top + side), shapes)


def draw_radio(pen: Pen, part: Radio) -> Block:
    """Draw round choices below each other; the chosen one has a dot and the word Chosen."""
    chosen = in_state(pen.state, part.before, part.after)
    options = [
        _radio_option(pen, option, is_chosen=number == chosen)
        for number, option in enumerate(part.options, start=1)
    ]
    head = [paragraph(pen, part.label, bold=True)] if part.label else []
    doubt = paragraph(pen, _("Which is chosen at first is not known"), "small", role="mute")
    foot = [doubt] if is_unknown(part, pen.state) else []
    # The room for the doubt is kept: nothing moves when a choice is made.
    kept = [] if part.before_known or foot else [Block(0, doubt.height)]
    return stacked(*head, *options, *foot, *kept, gap=pen.grown(8))


def _radio_option(pen: Pen, label: str, *, is_chosen: bool) -> Block:
    radius = pen.grown(8)
    gap = pen.grown(10)
    middle = pen.line() / 2
    ring = Circle(radius, middle, radius - 1, "panel", "control", 1.5)
    dot: tuple[Circle, ...] = ()
    if is_chosen:
        ring = Circle(radius, middle, radius - 1, "panel", "accent", 2)
        dot = (Circle(radius, middle, radius - pen.grown(4.5), "accent"),)

    def end(anchor: Anchor) -> Block:
        word = paragraph(pen, _("Chosen"), "small", bold=True, anchor=anchor)
        # The room for the word is kept in every option: nothing moves when the choice does.
        return word if is_chosen else Block(word.width, 0)

    text = label_with_end(pen.narrowed(2 * radius + gap), label, end, least=10)
    return Block(pen.width, text.height, (ring, *dot, *at(text, 2 * radius + gap, 0)))


def draw_drop_down(pen: Pen, part: DropDown) -> Block:
    """Draw a field with the chosen option, and the list below it where it is open."""
    number = in_state(pen.state, part.before, part.after)
    inner = pen.narrowed(2 * _ACROSS)
    value = option_of(part.options, number)
    arrow = sign(pen, "down", "control")
    text = paragraph(
        inner.narrowed(arrow.width + 8),
        value or (_("Not known") if is_unknown(part, pen.state) else _("Not chosen yet")),
        role=pen.role if value else "mute",
    )
    field = boxed(
        spread(inner, text, arrow),
        across=_ACROSS,
        down=_DOWN,
        radius=_RADIUS,
        fill="panel",
        stroke="control",
    )
    label = paragraph(pen, part.label, "small")
    if pen.state not in part.open:
        return stacked(label, field, gap=4)
    return stacked(label, field, draw_choices(pen, part.options, number), gap=4)


def draw_choices(pen: Pen, labels: tuple[str, ...], chosen: int, *, ticked: bool = True) -> Block:
    """Draw an open list as wide as the room; the chosen line, from 1, is filled and ``ticked``."""
    inset = 4
    row_pen = pen.narrowed(2 * inset)
    rows = [
        _choice(row_pen, label, is_chosen=number == chosen, ticked=ticked)
        for number, label in enumerate(labels, start=1)
    ]
    return boxed(
        stacked(*rows), across=inset, down=inset, radius=_RADIUS, fill="panel", stroke="control"
    )


def _choice(pen: Pen, label: str, *, is_chosen: bool, ticked: bool) -> Block:
    inner = pen.narrowed(2 * _ACROSS)
    tick = sign(pen, "tick", "on_accent", stroke=2)
    text_pen = inner.narrowed(tick.width + 8) if ticked else inner
    text = paragraph(text_pen, label, role="on_accent" if is_chosen else pen.role)
    end = tick if is_chosen and ticked else Block(0, 0)
    fill: Role | None = "accent" if is_chosen else None
    return boxed(spread(inner, text, end), across=_ACROSS, down=5, radius=4, fill=fill)


def draw_text_field(pen: Pen, part: TextField | TextBox) -> Block:
    """Draw a field below its label with what is entered there; a text box has three lines."""
    entry = in_state(pen.state, part.before, part.after) or ""
    text = paragraph(pen.narrowed(2 * _ACROSS), entry)
    lines = _TEXT_BOX_LINES if isinstance(part, TextBox) else 1
    content = Block(text.width, max(text.height, lines * pen.line()), text.shapes)
    field = boxed(
        content,
        across=_ACROSS,
        down=_DOWN,
        radius=_RADIUS,
        width=pen.width,
        fill="panel",
        stroke="control",
    )
    return stacked(paragraph(pen, part.label, "small"), field, gap=4)


def draw_button(pen: Pen, part: Button) -> Block:
    """Draw a button as wide as its label; the marked one is filled."""
    across = pen.grown(14)
    role: Role = "on_accent" if pen.marked else pen.role
    text = paragraph(pen.narrowed(2 * across), part.label, bold=True, role=role, anchor="middle")
    return boxed(
        text,
        across=across,
        down=pen.grown(7),
        radius=_RADIUS,
        fill="accent" if pen.marked else "panel",
        stroke="accent" if pen.marked else "control",
    )


def draw_link(pen: Pen, part: Link) -> Block:
    """Draw an underlined text."""
    role: Role = "accent" if pen.role == "ink" else "mute"
    text = paragraph(pen, part.label, role=role)
    lines = tuple(line for line in text.shapes if isinstance(line, Text))
    # Drawn, as QtSvg knows no text-decoration. Usual fonts are a little narrower than measured:
    # the text stands in the middle of its line, and neither end looks cut.
    centred = (replace(line, x=line.x + line.width / 2, anchor="middle") for line in lines)
    return Block(text.width, text.height, (*centred, *map(_underline, lines)))


def _underline(text: Text) -> Line:
    left, _, right, _ = bounds(text)
    short = (right - left) * 0.02
    left, right = left + short, right - short
    y = text.y + 0.2 * text.size
    return Line(((left, y), (right, y)), text.role, max(1, text.size / 12))
