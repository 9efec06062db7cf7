"""The colours, by role: one table for the window, the pictures and the report.

Every pair is contrast-checked in the tests: text at least 5:1, parts at least 3:1 (WCAG 2.2, 1.4.3
and 1.4.11, with a margin).
"""

from typing import Literal

from msgspec import Struct

Role = Literal[
    "window",
    "panel",
    "ink",
    "mute",
    "line",
    "control",
    "accent",
    "on_accent",
    "soft",
    "warn",
    "warn_soft",
    "done",
    "danger",
    "danger_soft",
]
"""A colour by what it is used for."""


class Palette(Struct, frozen=True):
    """Colours as ``#rrggbb``, named by what they are used for."""

    window: str
    panel: str
    ink: str
    mute: str
    line: str
    control: str
    accent: str
    on_accent: str
    soft: str
    warn: str
    warn_soft: str
    done: str
    danger: str
    danger_soft: str


LIGHT = Palette(
    window="#f6f6f4",
    panel="#ffffff",
    ink="#1d2327",
    mute="#56606a",
    line="#d5d9d9",
    control="#737d86",
    accent="#0b6e6e",
    on_accent="#ffffff",
    soft="#e2f1f0",
    warn="#7a4f00",
    warn_soft="#fff3d9",
    done="#2b7030",
    danger="#a3262a",
    danger_soft="#fde8e7",
)

DARK = Palette(
    window="#16191b",
    panel="#1f2427",
    ink="#eceff0",
    mute="#aab4ba",
    line="#3a4246",
    control="#87929a",
    accent="#5cc7c4",
    on_accent="#06201f",
    soft="#1d3a3b",
    warn="#f0c674",
    warn_soft="#3a3120",
    done="#7bc67f",
    danger="#ff9a94",
    danger_soft="#43211f",
)

HIGH_CONTRAST = Palette(
    window="#000000",
    panel="#000000",
    ink="#ffffff",
    mute="#ffffff",
    line="#ffffff",
    control="#ffffff",
    accent="#ffff00",
    on_accent="#000000",
    soft="#000000",
    warn="#ffff00",
    warn_soft="#000000",
    done="#ffffff",
    danger="#ffffff",
    danger_soft="#000000",
)

PALETTES = {"light": LIGHT, "dark": DARK, "high-contrast": HIGH_CONTRAST}
