"""Where the keyboard is, and where Tab goes from there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from optout_desktop.gui.theme import CONTROL_RADIUS


def paint_focus_ring(painter: QPainter, rect: QRectF, ring: QColor) -> None:
    """Paint a ring of 2 px just inside ``rect``."""
    painter.setPen(QPen(ring, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = rect.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)


def follow(before: QWidget, holder: QWidget) -> None:
    """Let Tab go from ``before`` through all in ``holder``, which was made later than others."""
    for widget in holder.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, widget)
            before = widget
