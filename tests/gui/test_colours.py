"""The colours of the window: contrast, high contrast, and nothing said by colour alone."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
)

from optout_desktop.base.palette import Role
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.monogram import _TILES
from optout_desktop.gui.parts.tick_box import TickBox
from optout_desktop.gui.theme import ROLES, window_palette

TEXTS: tuple[tuple[Role, Role], ...] = (
    ("ink", "window"),
    ("ink", "panel"),
    ("ink", "soft"),
    ("mute", "window"),
    ("mute", "panel"),
    ("mute", "soft"),
    ("accent", "panel"),
    ("accent", "soft"),
    ("on_accent", "accent"),
    ("warn", "warn_soft"),
    ("danger", "danger_soft"),
    ("danger", "panel"),
    ("danger", "soft"),
)
PARTS: tuple[tuple[Role, Role], ...] = (
    ("control", "window"),
    ("control", "panel"),
    ("control", "soft"),
    ("accent", "window"),
    ("accent", "panel"),
    ("accent", "soft"),
    ("done", "panel"),
    ("done", "soft"),
    ("done", "window"),
)


def luminance(colour: QColor) -> float:
    """Relative luminance: WCAG 2.2, glossary."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio: WCAG 2.2, glossary."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_and_parts_stand_out(scheme: str) -> None:
    palette = window_palette(scheme, QPalette())
    wanted = dict.fromkeys(TEXTS, 5.0) | {pair: 3.0 for pair in PARTS if pair not in TEXTS}
    weak = {
        pair: round(contrast(*(palette.color(ROLES[role]) for role in pair)), 2)
        for pair, least in wanted.items()
        if contrast(*(palette.color(ROLES[role]) for role in pair)) < least
    }
    assert weak == {}


def test_the_formula_of_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_letters_on_tiles_stand_out() -> None:
    assert min(contrast(QColor(tile), QColor("#ffffff")) for tile in _TILES) >= 5


def test_ticked_and_chosen_are_seen_without_colours(untouched: QApplication) -> None:
    black_and_white = QPalette(QColor("black"), QColor("white"))
    for role, qt_role in ROLES.items():
        light = role in {"window", "panel", "soft", "on_accent", "warn_soft", "danger_soft"}
        black_and_white.setColor(qt_role, QColor("white" if light else "black"))
    untouched.setPalette(black_and_white)
    for widget in (TickBox("A step"), Button("Done 3", "segment"), Button("After")):
        widget.setCheckable(True)
        widget.resize(widget.sizeHint())
        before = widget.grab().toImage()
        widget.setChecked(True)
        assert widget.grab().toImage() != before


@pytest.mark.usefixtures("untouched")
def test_high_contrast_is_the_system_s_own() -> None:
    system = QPalette(QColor("yellow"), QColor("black"))
    palette = window_palette("high-contrast", system)
    for qt_role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText):
        assert palette.color(qt_role) == system.color(qt_role)
    grounds = {palette.color(ROLES[role]).name() for role in ("soft", "warn_soft", "danger_soft")}
    assert grounds == {system.window().color().name()}
