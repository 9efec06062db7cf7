"""The SVG holds only what QtSvg, browsers and Typst draw alike, and every label stays a text."""

from collections.abc import Callable
from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QRectF, QXmlStreamReader
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from optout_desktop.base.palette import DARK, LIGHT, PALETTES, Palette
from optout_desktop.pictures.labels import Direction
from optout_desktop.pictures.layout import layout
from optout_desktop.pictures.primitives import Bounds, Text, bounds
from optout_desktop.pictures.svg import svg
from optout_desktop.pictures.vocabulary import Bars, Button, Note, Part, Picture, State, Toggle
from optout_desktop.pictures.words import alternative_text

PartsOf = Callable[[str, int], tuple[Part, ...]]

STATES: tuple[State, ...] = get_args(State)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
PAINT = {"fill", "stroke", "stroke-width"}
ALLOWED = {
    "svg": {"width", "height", "viewBox", "role", "font-family"},
    "title": set(),
    "rect": {"x", "y", "width", "height", "rx", *PAINT},
    "circle": {"cx", "cy", "r", *PAINT},
    "polyline": {"points", "stroke-linecap", "stroke-linejoin", *PAINT},
    "text": {"x", "y", "font-size", "font-weight", "text-anchor", "fill"},
}
HOSTILE = [
    "</text><script>alert(1)</script>",
    '"><image href="https://example.org/x.png"/>',
    "<![CDATA[x]]> ]]> --> <!-- &amp; &#x3c; &lol;",
    'it\'s "quoted" & <b>bold</b>',
    "{label} {0} %s %(x)s",
    "evil \u202egnp.exe\u202c \u2066iso\u2069 \u2069\u2069 \u200f\u061c",
    "nul \x00 bell \x07 escape \x1b[31m delete \x7f\x9f",
    "lone \ud800 surrogate \uffff \ufffe",
    "a\u2028b\u2029c\nd\te",
    "\u202e",
]


def elements(source: str) -> list[tuple[str, dict[str, str], str]]:
    """Read SVG strictly: name, attributes and own text of each element."""
    reader = QXmlStreamReader(source)
    found: list[tuple[str, dict[str, str], str]] = []
    while not reader.atEnd():
        kind = reader.readNext()
        if kind == QXmlStreamReader.TokenType.StartElement:
            there = reader.attributes()
            pairs = {
                str(a.qualifiedName()): str(a.value()) for a in map(there.at, range(there.size()))
            }
            found.append((str(reader.qualifiedName()), pairs, ""))
        elif kind == QXmlStreamReader.TokenType.Characters and found:
            name, attributes, text = found[-1]
            found[-1] = (name, attributes, text + str(reader.text()))
    assert not reader.hasError(), reader.errorString()
    return [(name, attributes, text.removesuffix("\n")) for name, attributes, text in found]


def texts(source: str) -> list[str]:
    return [text for name, _, text in elements(source) if name == "text"]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_only_what_all_three_draw_alike(parts_of: PartsOf, palette: Palette) -> None:
    colours = {getattr(palette, role) for role in palette.__struct_fields__} | {"none"}
    for state, direction, mark in product(STATES, DIRECTIONS, (0, 1)):
        for part in parts_of("Use my data", mark):
            picture = Picture("browser", (part,), "example.org", ("Settings",), "Data")
            source = svg(picture, state=state, palette=palette, direction=direction)
            root, title, *shapes = elements(source)
            assert root[0] == "svg"
            assert root[1].keys() == ALLOWED["svg"]
            assert root[1]["role"] == "img"
            assert root[1]["viewBox"] == f"0 0 {root[1]['width']} {root[1]['height']}"
            assert root[1]["font-family"].endswith("sans-serif")
            assert title == ("title", {}, alternative_text(picture))
            for name, attributes, text in shapes:
                assert name in {"rect", "circle", "polyline", "text"}
                assert attributes.keys() <= ALLOWED[name]
                assert {attributes["fill"], attributes.get("stroke", "none")} <= colours
                assert bool(text) == (name == "text")


def test_every_line_is_isolated_and_anchored(parts_of: PartsOf) -> None:
    for part, direction in product(parts_of("الإعدادات (AI). Settings", 1), DIRECTIONS):
        source = svg(Picture("form", (part,)), state="after", palette=LIGHT, direction=direction)
        for name, attributes, text in elements(source):
            if name == "text":
                assert text[0] in "\u2067\u2068"
                assert text[-1] == "\u2069"
                assert not set(text[1:-1]) & set("\u2066\u2067\u2068\u2069\u202a\u202b\u202d\u202e")
                assert attributes["text-anchor"] in {"start", "middle", "end"}


def test_a_label_keeps_its_direction_on_every_line() -> None:
    arabic = "إعدادات الخصوصية في LinkedIn Learning (AI)."
    word = "إعدادات"
    picture = Picture("phone", (Note(arabic), Note(f"Privacy and settings (AI). {word}")))
    source = svg(picture, state="before", palette=LIGHT, scale=2.0)
    first, second = [line[0] for line in texts(source) if "خ" in line or "AI" in line][:2]
    assert (first, second) == ("\u2067", "\u2067")
    # The mark keeps a line of the other script in the order of its label.
    assert f"\u2068\u200e{word}\u2069" in texts(source)


def test_a_foreign_name_at_the_start_keeps_arabic_on_an_arabic_page() -> None:
    picture = Picture("phone", (Note("LinkedIn إعدادات."),))
    (line,) = texts(svg(picture, state="before", palette=LIGHT, direction="rtl"))
    assert line == "\u2067LinkedIn إعدادات.\u2069"


@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_labels_stay_text(parts_of: PartsOf, label: str) -> None:
    parts = parts_of(label, 1)
    for some in (parts[:9], parts[9:17], parts[17:]):
        picture = Picture("browser", some, label, (label,), label)
        source = svg(picture, state="after", palette=DARK, scale=1.5)
        source.encode()
        for name, attributes, _ in elements(source):
            assert attributes.keys() <= ALLOWED[name]
        assert not any(character < " " and character != "\n" for character in source)


@given(label=st.text(min_size=1, max_size=60))
@settings(max_examples=60)
def test_any_label_comes_back_whole(label: str) -> None:
    picture = Picture("browser", (Note("before"), Button(label)), label, (), label)
    source = svg(picture, state="after", palette=LIGHT)
    source.encode()
    visible = "".join(c for c in label if c.isalnum() or c in "<>&\"'")
    shown = "".join(c for c in "".join(texts(source)) if c.isalnum() or c in "<>&\"'")
    assert shown == visible + visible + "before" + visible


def test_nothing_is_left_to_chance() -> None:
    picture = Picture("browser", (Toggle("Use my data", "on", "off", 1), Bars(3)))
    assert svg(picture, state="after", palette=LIGHT) == svg(picture, state="after", palette=LIGHT)
    assert svg(picture, state="after", palette=LIGHT) != svg(picture, state="after", palette=DARK)


ZOOM = 2


def painted(source: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(source.encode()))
    assert renderer.isValid()
    size = renderer.defaultSize() * ZOOM
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def changed_pixels(one: QImage, other: QImage) -> set[tuple[int, int]]:
    width = one.bytesPerLine()
    first, second = bytes(one.constBits()), bytes(other.constBits())
    found = set()
    for y in range(one.height()):
        row = slice(y * width, (y + 1) * width)
        if first[row] != second[row]:
            pairs = zip(first[row], second[row], strict=True)
            found |= {(place // 4, y) for place, (a, b) in enumerate(pairs) if a != b}
    return found


def is_inside(x: float, y: float, place: Bounds) -> bool:
    left, top, right, bottom = place
    return left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize(
    "label",
    [
        "Use my data for training content creation AI models",
        "استخدام بياناتي (AI).",
        "使用我的数据。",
    ],
    ids=["Latin", "Arabic", "Chinese"],
)
def test_qt_paints_every_text_where_it_was_measured(
    label: str, direction: Direction, scale: float
) -> None:
    parts = (Toggle(label, "on", "off", 1), Button(label), Note(label))
    picture = Picture("browser", parts, label, (label,), label)
    drawing = layout(picture, state="after", direction=direction, scale=scale)
    source = svg(picture, state="after", palette=LIGHT, direction=direction, scale=scale)
    bare = "\n".join(line for line in source.splitlines() if not line.startswith("<text"))
    inked = {(x / ZOOM, y / ZOOM) for x, y in changed_pixels(painted(source), painted(bare))}
    places = [bounds(shape) for shape in drawing.shapes if isinstance(shape, Text)]
    assert [point for point in inked if not any(is_inside(*point, p) for p in places)] == []
    assert all(any(is_inside(*point, p) for point in inked) for p in places)


@pytest.mark.usefixtures("qapp")
def test_nothing_is_painted_outside_the_frame() -> None:
    label = "Use my data for training content creation AI models"
    image = painted(
        svg(Picture("phone", (Toggle(label, "on", "off", 1),)), state="before", palette=LIGHT)
    )
    columns = (*range(40 * ZOOM), *range(320 * ZOOM, 360 * ZOOM))
    assert not any(image.pixelColor(x, y).alpha() for y in range(image.height()) for x in columns)
    assert image.pixelColor(180 * ZOOM, image.height() // 2).alpha() == 255
