"""What may change looks different before and after, and nothing else moves."""

from collections.abc import Callable, Iterable
from typing import get_args

import pytest

from optout_desktop.pictures.layout import layout
from optout_desktop.pictures.primitives import Circle, Line, Rect, Shape, Text, bounds
from optout_desktop.pictures.states import is_changing
from optout_desktop.pictures.vocabulary import (
    Bars,
    Found,
    Part,
    Picture,
    State,
    Switch,
    Tick,
    Toggle,
)

PartsOf = Callable[[str, int], tuple[Part, ...]]

STATES: tuple[State, ...] = get_args(State)
SWITCHES = {
    "on": ("On", "accent", None),
    "off": ("Off", "control", None),
    "either": ("On or off", "panel", "control"),
}
"""The word of a switch, and how its track is filled and outlined."""


def words_of(shapes: Iterable[Shape]) -> list[str]:
    return [shape.content.strip("\u2068\u2069") for shape in shapes if isinstance(shape, Text)]


def test_before_and_after_differ_where_the_values_do(parts_of: PartsOf) -> None:
    for part in parts_of("Use my data", 0):
        picture = Picture("browser", (part,))
        before, after = (layout(picture, state=state) for state in STATES)
        assert (before.shapes != after.shapes) == is_changing(part)


@pytest.mark.parametrize(("found", "left"), [("on", "off"), ("either", "off"), ("either", "on")])
def test_a_switch_differs_in_place_word_and_colour(found: Found, left: Switch) -> None:
    picture = Picture("browser", (Toggle("Use my data", found, left, 1),))
    before, after = (layout(picture, state=state).shapes for state in STATES)
    gone, came = set(before) - set(after), set(after) - set(before)
    knobs = [shape for shape in (*gone, *came) if isinstance(shape, Circle)]
    assert len({knob.x for knob in knobs}) == len({knob.fill for knob in knobs}) == 2
    for shapes, shown in ((gone, found), (came, left)):
        (track,) = (shape for shape in shapes if isinstance(shape, Rect))
        assert (*words_of(shapes), track.fill, track.stroke) == SWITCHES[shown]


def test_a_switch_that_may_be_either_has_its_knob_in_the_middle() -> None:
    picture = Picture("window", (Toggle("Use my data", "either", "off"),))
    *_, track, knob = layout(picture, state="before").shapes
    left, _, right, _ = bounds(track)
    assert isinstance(knob, Circle)
    assert knob.x == pytest.approx((left + right) / 2)


def test_a_tick_differs_in_sign_and_word() -> None:
    picture = Picture("form", (Tick("I object", "either", "off", 1),))
    before, after = (layout(picture, state=state).shapes for state in STATES)
    gone, came = set(before) - set(after), set(after) - set(before)
    (dash,) = (shape for shape in gone if isinstance(shape, Line))
    assert dash.points[0][1] == dash.points[1][1]
    assert (words_of(gone), words_of(came)) == (["Ticked or not"], ["Not ticked"])
    assert {type(shape) for shape in came} == {Text}


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("found", get_args(Found))
def test_nothing_moves_but_the_switch(found: Found, scale: float) -> None:
    left: Switch = "on" if found == "off" else "off"
    label = "Use my data for training"
    picture = Picture("browser", (Toggle(label, found, left, 1), Bars(2)))
    before, after = (layout(picture, state=state, scale=scale) for state in STATES)
    assert before.height == after.height
    gone, came = set(before.shapes) - set(after.shapes), set(after.shapes) - set(before.shapes)
    assert len(gone) == len(came) == 3
    places = [bounds(shape) for shape in (*gone, *came) if isinstance(shape, Rect)]
    # The outline of one track lies inside the edge of the other.
    assert places[0] == pytest.approx(places[1], abs=1)


def test_the_room_for_either_is_kept_only_where_it_may_be_seen() -> None:
    label = "Use my data for training content creation AI models"
    pictures = [Picture("phone", (Toggle(label, found, "off"),)) for found in get_args(Found)]
    on, off, either = (len(words_of(layout(it, state="after").shapes)) for it in pictures)
    assert on == off < either
