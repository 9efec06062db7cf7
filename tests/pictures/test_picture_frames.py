"""A frame tells at a glance where one is."""

from itertools import product
from typing import get_args

from optout_desktop.pictures.labels import Direction
from optout_desktop.pictures.layout import layout
from optout_desktop.pictures.primitives import Line, Rect, Shape, Text, bounds
from optout_desktop.pictures.vocabulary import Bars, Picture

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
MIDDLE = 180


def is_rule(shape: Shape) -> bool:
    left, _, right, _ = bounds(shape)
    return isinstance(shape, Line) and right - left > MIDDLE


def test_a_window_has_its_title_at_the_start_and_three_signs_at_the_end() -> None:
    for address, direction in product((None, "Editor", "Editor " * 20), DIRECTIONS):
        picture = Picture("window", (Bars(1),), address)
        shapes = layout(picture, state="before", direction=direction).shapes
        head = shapes[1 : next(place for place, it in enumerate(shapes) if is_rule(it))]
        titles = [bounds(shape) for shape in head if isinstance(shape, Text)]
        signs = [shape for shape in head if not isinstance(shape, Text)]
        assert bool(titles) == bool(address)
        assert [type(sign) for sign in signs] == [Line, Rect, Line, Line]
        for left, top, right, bottom in map(bounds, signs):
            assert (left > MIDDLE) == (direction == "ltr")
            assert (right < MIDDLE) == (direction == "rtl")
            # However many lines the title has, the signs stay on the first.
            assert not titles or titles[0][1] < top <= bottom < titles[0][3]
