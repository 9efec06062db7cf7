"""The box to tick, sized with the text beside it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from optout_desktop.gui.parts.focus import paint_focus_ring
from optout_desktop.gui.theme import CONTROL_RADIUS, HIT_HEIGHT, colour

_HOOK = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))


class TickBox(QCheckBox):
    """A box without a text of its own; its accessible name says what is ticked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        side = max(HIT_HEIGHT, self._side() + 8)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ticked = self.isChecked()
        edge = colour(self, "done" if ticked else "accent" if self.underMouse() else "control")
        painter.setPen(QPen(edge, 2))
        painter.setBrush(edge if ticked else colour(self, "panel"))
        inner = box.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, CONTROL_RADIUS - 1, CONTROL_RADIUS - 1)
        if ticked:
            pen = QPen(colour(self, "panel"), max(2.0, side / 9))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(
                QPolygonF([QPointF(box.x() + side * x, box.y() + side * y) for x, y in _HOOK])
            )
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), colour(self, "accent"))

    def _side(self) -> int:
        return max(20, round(self.fontMetrics().height() * 1.15))
