"""Painted surfaces: rounded panels that carry other widgets."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from optout_desktop.base.palette import Role
from optout_desktop.gui.theme import CARD_RADIUS, colour, mirrored


class Surface(QWidget):
    """A panel of one colour role with rounded corners and, where asked, a thin line around it."""

    def __init__(
        self,
        fill: Role | None = "panel",
        edge: Role | None = None,
        radius: int = CARD_RADIUS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._edge = edge
        self._radius = radius

    def set_fill(self, fill: Role | None) -> None:
        """Change the colour role; None paints nothing."""
        if fill != self._fill:
            self._fill = fill
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._fill is None and self._edge is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(colour(self, self._edge)) if self._edge else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        painter.setBrush(colour(self, self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        inset = 0.5 if self._edge else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self._radius, self._radius)


class SideSurface(Surface):
    """The trailing column of a card: square towards the card, rounded at its outer corners."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fill is None:
            return
        painter = QPainter(self)
        half = QRect(0, 0, self.width() // 2, self.height())
        edge = QRect(0, 0, 1, self.height())
        painter.fillRect(mirrored(self, self.rect(), half), colour(self, self._fill))
        painter.fillRect(mirrored(self, self.rect(), edge), colour(self, "line"))


class Rule(QWidget):
    """A thin line between things; decoration only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour(self, "line"))
