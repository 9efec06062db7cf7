"""Colours, type and space: our roles mapped to Qt's palette roles once, here.

Everything painted asks the palette of its own widget, so that a change of scheme, or the system's
own palette in high contrast, reaches every part by itself.
"""

from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from optout_desktop.base.palette import LIGHT, PALETTES, Palette, Role

TypeStep = Literal["caption", "text", "title", "name"]

ROLES: dict[Role, QPalette.ColorRole] = {
    "window": QPalette.ColorRole.Window,
    "panel": QPalette.ColorRole.Base,
    "ink": QPalette.ColorRole.WindowText,
    "mute": QPalette.ColorRole.PlaceholderText,
    "line": QPalette.ColorRole.Mid,
    "control": QPalette.ColorRole.Dark,
    "accent": QPalette.ColorRole.Accent,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "soft": QPalette.ColorRole.Midlight,
    "warn": QPalette.ColorRole.ToolTipText,
    "warn_soft": QPalette.ColorRole.ToolTipBase,
    "done": QPalette.ColorRole.LinkVisited,
    "danger": QPalette.ColorRole.BrightText,
    "danger_soft": QPalette.ColorRole.Light,
}
_ALSO: dict[QPalette.ColorRole, Role] = {
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Shadow: "line",
}
# In high contrast the system decides: our surfaces become its window, our inks its text.
_FROM_SYSTEM: dict[Role, QPalette.ColorRole] = {
    "mute": QPalette.ColorRole.WindowText,
    "line": QPalette.ColorRole.WindowText,
    "control": QPalette.ColorRole.WindowText,
    "accent": QPalette.ColorRole.Highlight,
    "soft": QPalette.ColorRole.Window,
    "warn": QPalette.ColorRole.WindowText,
    "warn_soft": QPalette.ColorRole.Window,
    "done": QPalette.ColorRole.WindowText,
    "danger": QPalette.ColorRole.WindowText,
    "danger_soft": QPalette.ColorRole.Window,
}

TINY, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 24
"""The one scale of spaces, in device-independent pixels."""

CARD_RADIUS, CONTROL_RADIUS = 8, 6
HIT_HEIGHT = 32
LINE_CHARACTERS = 75
SCHEME_PROPERTY = "scheme"
"""The application's property that names the palette in force."""

_FACTORS: dict[TypeStep, float] = {"caption": 0.9, "text": 1.0, "title": 1.15, "name": 1.6}


def colour(widget: QWidget, role: Role) -> QColor:
    """Find the colour of a role on a widget."""
    return widget.palette().color(ROLES[role])


def mirrored(widget: QWidget, within: QRect, box: QRect) -> QRect:
    """Return where ``box`` lies in ``within``: on the other side in right-to-left languages."""
    return QStyle.visualRect(widget.layoutDirection(), within, box)


def picture_palette() -> Palette:
    """Choose the palette for pictures that fits the window's: the scheme in force."""
    application = QApplication.instance()
    scheme = application.property(SCHEME_PROPERTY) if application else None
    return PALETTES.get(str(scheme), LIGHT)


def window_palette(scheme: str, system: QPalette) -> QPalette:
    """Make the palette of the window; ``system`` is the one that the system offers."""
    return _high_contrast(system) if scheme == "high-contrast" else _ours(PALETTES[scheme])


def _ours(palette: Palette) -> QPalette:
    made = QPalette()
    for role, qt_role in ROLES.items():
        made.setColor(qt_role, QColor(getattr(palette, role)))
    for qt_role, role in _ALSO.items():
        made.setColor(qt_role, QColor(getattr(palette, role)))
    disabled = QPalette.ColorGroup.Disabled
    for qt_role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(disabled, qt_role, QColor(palette.mute))
    return made


def _high_contrast(system: QPalette) -> QPalette:
    made = QPalette(system)
    for role, qt_role in _FROM_SYSTEM.items():
        made.setColor(ROLES[role], system.color(qt_role))
    return made


def type_font(step: TypeStep, *, bold: bool = False) -> QFont:
    """Make the font of a type step from the application's own."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * _FACTORS[step])
    font.setBold(bold)
    return font
