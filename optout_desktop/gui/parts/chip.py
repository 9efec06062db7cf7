"""A chip: a short fact in a rounded frame."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.theme import MEDIUM, TINY, colour


class Chip(Label):
    """A short fact in a rounded frame; it wraps where the space is narrow."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "caption", "mute", wrap=False)
        self.setContentsMargins(MEDIUM, TINY, MEDIUM, TINY)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self, "line")))
        painter.setBrush(colour(self, "panel"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
        super().paintEvent(event)
