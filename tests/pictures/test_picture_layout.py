"""Nothing overlaps or leaves its box, whatever the labels, the state and the size."""

from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Literal, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_desktop.base.palette import PALETTES, Palette
from optout_desktop.pictures.labels import Direction
from optout_desktop.pictures.layout import Drawing, layout
from optout_desktop.pictures.primitives import Bounds, Circle, Line, Rect, Text, bounds, mirrored
from optout_desktop.pictures.states import mark_of
from optout_desktop.pictures.vocabulary import (
    Bars,
    Button,
    Label,
    Note,
    Part,
    Picture,
    State,
    Toggle,
)

PartsOf = Callable[[str, int], tuple[Part, ...]]
Frame = Literal["browser", "phone", "e-mail", "form", "window"]

STATES: tuple[State, ...] = get_args(State)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
FRAMES: tuple[Frame, ...] = get_args(Frame)
LONGEST = 200
SLACK = 0.01
LABELS = {
    "short Latin": "Admin",
    "Latin": "Use my data for training content creation AI models",
    "long Latin": "Allow the use of interactions, inputs, and results for training, fine-tuning "
    "and evaluation of models, also by partners and by the companies that they work with, in this "
    "country or another one, now and later",
    "one long word": "Datenverarbeitungswiderspruchsformularbestätigungsnachricht" * 4,
    "short Arabic": "بيانات",
    "Arabic": "استخدام بياناتي لتدريب نماذج الذكاء الاصطناعي (AI).",
    "long Arabic": "السماح باستخدام التفاعلات والمدخلات والنتائج لتدريب النماذج وتقييمها وتحسينها، "
    "وكذلك من قبل الشركاء والشركات التي يعملون معها في هذا البلد أو في أي بلد آخر، ما لم تعترض على "
    "ذلك قبل نهاية هذا الشهر.",
    "short Chinese": "数据使用权",
    "Chinese": "使用我的数据来训练内容创作的人工智能模型「包括帖子」。",
    "long Chinese": "允许将互动、输入和结果用于模型的训练、微调和评估、" * 8,
}


def overlaps(one: Bounds, other: Bounds) -> bool:
    return (
        one[0] < other[2] - SLACK
        and other[0] < one[2] - SLACK
        and one[1] < other[3] - SLACK
        and other[1] < one[3] - SLACK
    )


def holds(outer: Bounds, inner: Bounds) -> bool:
    return (
        outer[0] <= inner[0] + SLACK
        and outer[1] <= inner[1] + SLACK
        and outer[2] >= inner[2] - SLACK
        and outer[3] >= inner[3] - SLACK
    )


def round_holds(circle: Circle, text: Text) -> bool:
    """Tell whether a number, which reaches from its base line to 3/4 of its size, is inside."""
    left, _, right, _ = bounds(text)
    corners = product((left, right), (text.y - 0.75 * text.size, text.y))
    return all((x - circle.x) ** 2 + (y - circle.y) ** 2 <= circle.radius**2 for x, y in corners)


def faults(drawing: Drawing) -> Iterator[str]:
    """Name all that overlaps or sticks out; the clip of a form and callouts may."""
    texts = [shape for shape in drawing.shapes if isinstance(shape, Text)]
    circles = [shape for shape in drawing.shapes if isinstance(shape, Circle)]
    lines = [shape for shape in drawing.shapes if isinstance(shape, Line)]
    frame, *rects = [shape for shape in drawing.shapes if isinstance(shape, Rect)]
    corners = {rect.y for rect in rects if rect.fill == "soft"}
    callouts = [circle for circle in circles if circle.y in corners]
    page = (0.0, 0.0, drawing.width, drawing.height)
    yield from (f"{it} leaves the page" for it in drawing.shapes if not holds(page, bounds(it)))
    for text in texts:
        if not holds(bounds(frame), bounds(text)):
            yield f"{text} leaves the frame"
        if not any(round_holds(callout, text) for callout in callouts):
            yield from (f"{text} leaves {rect}" for rect in rects if is_cut(text, rect))
        yield from (f"{text} meets {circle}" for circle in circles if is_hit(text, circle))
        yield from (f"{text} meets {line}" for line in lines if is_crossed(text, line))
    for one, other in combinations(texts, 2):
        if overlaps(bounds(one), bounds(other)):
            yield f"{one} meets {other}"
    solid: list[Rect | Circle] = [rect for rect in rects if rect.y > 1]
    solid += [circle for circle in circles if circle not in callouts]
    for first, second in combinations(solid, 2):
        a, b = bounds(first), bounds(second)
        if overlaps(a, b) and not holds(a, b) and not holds(b, a):
            yield f"{first} meets {second}"


def is_cut(text: Text, rect: Rect) -> bool:
    return overlaps(bounds(text), bounds(rect)) and not holds(bounds(rect), bounds(text))


def is_hit(text: Text, circle: Circle) -> bool:
    return overlaps(bounds(text), bounds(circle)) and not round_holds(circle, text)


def is_crossed(text: Text, line: Line) -> bool:
    left, top, right, bottom = bounds(line)
    is_underline = top == bottom and text.y < top < text.y + 0.25 * text.size
    return not is_underline and overlaps(bounds(text), (left, top - 0.5, right, bottom + 0.5))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS.keys())
def test_every_part_keeps_its_place(parts_of: PartsOf, label: str, scale: float) -> None:
    text = label[:LONGEST]
    for part, mark, state in product(range(len(parts_of(text, 0))), (0, 1), STATES):
        direction = DIRECTIONS[part % 2]
        parts = (Bars(1), parts_of(text, mark)[part], Button("Save"))
        frame = FRAMES[part % len(FRAMES)]
        picture = Picture(frame, parts, "example.org/a/b", ("Settings", text), text)
        drawing = layout(picture, state=state, direction=direction, scale=scale)
        assert list(faults(drawing)) == []


def test_the_longest_labels_are_as_long_as_guides_allow() -> None:
    assert msgspec.convert("x" * LONGEST, Label)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert("x" * (LONGEST + 1), Label)


scripts = st.sampled_from(["abcdefgh AIWm.(-/", "ابتثجحخدذرز ()", "数据使用权设置、「」 "])
labels = scripts.flatmap(lambda letters: st.text(letters, min_size=5, max_size=LONGEST))


@given(
    title=labels,
    label=labels,
    address=st.none() | labels,
    frame=st.sampled_from(FRAMES),
    state=st.sampled_from(STATES),
    direction=st.sampled_from(DIRECTIONS),
    scale=st.floats(1, 2),
    width=st.integers(280, 560),
    mark=st.integers(0, 9),
)
@settings(max_examples=60)
def test_any_picture_keeps_its_places(  # noqa: PLR0917 - hypothesis fills them by name
    parts_of: PartsOf,
    title: str,
    label: str,
    address: str | None,
    frame: Frame,
    state: State,
    direction: Direction,
    scale: float,
    width: int,
    mark: int,
) -> None:
    parts = parts_of(label, mark)
    for some in (parts[:9], parts[9:17], parts[17:]):
        picture = Picture(frame, some, address, (title, label), title)
        drawing = layout(picture, state=state, direction=direction, scale=scale, width=width)
        assert list(faults(drawing)) == []


def test_the_faults_are_found() -> None:
    rect = Rect(10, 10, 50, 20)
    text = Text(x=20, y=25, content="wide", size=12, width=80)
    drawing = Drawing(100, 100, (Rect(0, 0, 100, 100), rect, text, Circle(60, 20, 5)))
    assert len(list(faults(drawing))) == 3


def test_text_is_never_small(parts_of: PartsOf) -> None:
    for part in parts_of("Label", 1):
        drawing = layout(Picture("browser", (part,), "a.org", ("A",), "B"), state="after")
        sizes = [shape.size for shape in drawing.shapes if isinstance(shape, Text)]
        assert min(sizes) >= 11


def test_larger_text_keeps_the_width_and_grows_downwards() -> None:
    label = "Use my data for training content creation AI models"
    picture = Picture("browser", (Toggle(label, "on", "off", 1),), "a.org", (), "Data")
    heights = []
    for scale in (1.0, 1.5, 2.0):
        drawing = layout(picture, state="before", scale=scale)
        assert drawing.width == 360
        heights.append(drawing.height)
    assert heights == sorted(set(heights))


def test_right_to_left_is_the_mirror(parts_of: PartsOf) -> None:
    for part, frame in product(parts_of("Use my data", 1), FRAMES):
        picture = Picture(frame, (part,), "a.org", ("Settings",), "Data")
        plain = layout(picture, state="after")
        turned = layout(picture, state="after", direction="rtl")
        assert turned.shapes == mirrored(plain.shapes, 360)
        for one, other in zip(plain.shapes, turned.shapes, strict=True):
            left, top, right, bottom = bounds(one)
            assert bounds(other) == pytest.approx((360 - right, top, 360 - left, bottom))


def test_only_the_marked_part_stands_out() -> None:
    toggle = Toggle("Use my data", "on", "off", 1)
    picture = Picture("browser", (toggle, Button("Save"), Note("Row missing?")))
    shapes = layout(picture, state="before").shapes
    boxes = [shape for shape in shapes if isinstance(shape, Rect) and shape.fill == "soft"]
    (box,) = boxes
    assert (box.stroke, box.stroke_width) == ("accent", 2)
    inks = [shape for shape in shapes if isinstance(shape, Text) and shape.role == "ink"]
    assert inks
    assert all(holds(bounds(box), bounds(text)) for text in inks)
    assert mark_of(toggle) == 1


def luminance(colour: str) -> float:
    """Follow WCAG 2.2, relative luminance."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def behind(drawing: Drawing, text: Text) -> str:
    """Find the role of the last filled shape below a text."""
    fills = [
        shape.fill
        for shape in drawing.shapes[: drawing.shapes.index(text)]
        if isinstance(shape, Rect | Circle) and shape.fill and holds(bounds(shape), bounds(text))
    ]
    return fills[-1]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_text_stands_out_from_what_is_behind_it(parts_of: PartsOf, palette: Palette) -> None:
    for part, state in product((*parts_of("Label", 0), *parts_of("Label", 1)), STATES):
        picture = Picture("browser", (part, Button("Save")), "a.org", ("A",), "B")
        drawing = layout(picture, state=state)
        for text in drawing.shapes:
            if isinstance(text, Text):
                background = getattr(palette, behind(drawing, text))
                assert contrast(getattr(palette, text.role), background) >= 5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_controls_stand_out_from_panels_and_boxes(palette: Palette) -> None:
    for part, background in product(("control", "accent"), ("panel", "soft")):
        assert contrast(getattr(palette, part), getattr(palette, background)) >= 3
