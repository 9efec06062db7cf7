"""A chip: a short fact in a rounded frame."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.theme import MEDIUM, TINY, colour


class Chip(Label):
    """A short fact in a rounded frame; it wraps where the space is narrow."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "caption", "mute")
        self.setContentsMargins(MEDIUM, TINY, MEDIUM, TINY)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        # A wrapping label of Qt would prefer a shape of its own, not one line.
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * MEDIUM + 1
        return QSize(width, metrics.height() + 2 * TINY)

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
