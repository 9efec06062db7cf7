"""Where the keyboard is, and where Tab goes from there."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLayout, QWidget

from optout_desktop.gui.theme import CONTROL_RADIUS


def paint_focus_ring(painter: QPainter, rect: QRectF, ring: QColor) -> None:
    """Paint a ring of 2 px just inside ``rect``."""
    painter.setPen(QPen(ring, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = rect.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)


def follow(before: QWidget, holder: QWidget) -> None:
    """Let Tab go from ``before`` through all in ``holder``, which was made later than others."""
    for widget in reached(holder):
        QWidget.setTabOrder(before, widget)
        before = widget


def reached(holder: QWidget) -> Iterator[QWidget]:
    """Find what Tab reaches in a widget, itself first, in the order of its layouts."""
    if holder.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield holder
    if (layout := holder.layout()) is not None:
        yield from _reached_in(layout)


def _reached_in(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield from reached(widget)
        elif inner is not None:
            yield from _reached_in(inner)
