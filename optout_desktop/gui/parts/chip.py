"""A chip: a short fact in a rounded frame."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from optout_desktop.gui.parts.label import ShortText
from optout_desktop.gui.theme import MEDIUM, TINY, colour


class Chip(ShortText):
    """A short fact in a rounded frame; it wraps where the space is narrow."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setContentsMargins(MEDIUM, TINY, MEDIUM, TINY)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self, "line")))
        painter.setBrush(colour(self, "panel"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = min(box.height(), self.sizeHint().height()) / 2
        painter.drawRoundedRect(box, radius, radius)
        painter.end()
        super().paintEvent(event)
