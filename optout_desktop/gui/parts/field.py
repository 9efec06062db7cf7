"""A field of one line, with a border that is seen on every ground."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from optout_desktop.gui.parts.focus import paint_focus_ring
from optout_desktop.gui.theme import CONTROL_RADIUS, HIT_HEIGHT, SMALL, colour


class Field(QLineEdit):
    """A field to write one line into."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFrame(False)
        self.setMinimumHeight(HIT_HEIGHT)
        self.setTextMargins(SMALL, 0, SMALL, 0)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Paint the border over what Qt paints."""
        super().paintEvent(arg__1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_border(self, painter)


def paint_border(widget: QWidget, painter: QPainter) -> None:
    """Paint the border of a field, or the ring where the keyboard is in it."""
    if widget.hasFocus():
        paint_focus_ring(painter, QRectF(widget.rect()), colour(widget, "accent"))
        return
    painter.setPen(QPen(colour(widget, "control"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
