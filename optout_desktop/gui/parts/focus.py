"""The ring that shows where the keyboard is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from optout_desktop.gui.theme import CONTROL_RADIUS


def paint_focus_ring(painter: QPainter, rect: QRectF, ring: QColor) -> None:
    """Paint a ring of 2 px just inside ``rect``."""
    painter.setPen(QPen(ring, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = rect.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
