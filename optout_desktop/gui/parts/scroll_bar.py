"""A quiet scroll bar: a rounded handle on the ground of what it scrolls."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from optout_desktop.base.palette import Role
from optout_desktop.gui.theme import TINY, colour

_LEAST_HANDLE = 26
"""The shortest handle that Fusion takes for the mouse, in device-independent pixels."""


class ScrollBar(QScrollBar):
    """Scrolls as the bar of Fusion does, and is painted by us; ``ground`` is what lies below it."""

    def __init__(self, ground: Role = "window", parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ground: Role = ground
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the handle."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self, self._ground))
        if self.maximum() == self.minimum():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_held = self.isSliderDown() or self.underMouse()
        painter.setBrush(colour(self, "ink" if is_held else "control"))
        handle = self._handle()
        painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)

    def _handle(self) -> QRectF:
        """Find the handle where Fusion takes it for the mouse: between two squares for a line."""
        side = self.width()
        groove = self.height() - 2 * side
        steps = self.maximum() - self.minimum()
        length = max(_LEAST_HANDLE, groove * self.pageStep() / (steps + self.pageStep()))
        top = side + (groove - length) * (self.sliderPosition() - self.minimum()) / steps
        return QRectF(TINY, top, side - 2 * TINY, length)
