"""A field to choose from a list, with a border that is seen on every ground."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from optout_desktop.gui.parts.field import paint_border
from optout_desktop.gui.theme import CONTROL_RADIUS, HIT_HEIGHT, MEDIUM, SMALL, colour

_CHEVRON = 4
"""Half the width of the sign that a list opens, in device-independent pixels."""


class ChoiceBox(QComboBox):
    """A field to choose from a list; nothing can be written into it.

    Scrolling over it chooses nothing by accident: it scrolls what lies around it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(HIT_HEIGHT)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Let the page scroll."""
        e.ignore()

    def paintEvent(self, e: QPaintEvent) -> None:
        """Paint the words and the sign that a list opens."""
        del e
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, "panel"))
        painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)
        paint_border(self, painter)
        end = 2 * _CHEVRON + 2 * MEDIUM
        rtl = self.isRightToLeft()
        inside = self.rect().adjusted(end if rtl else SMALL, 0, -SMALL if rtl else -end, 0)
        painter.setPen(colour(self, "ink" if self.isEnabled() else "mute"))
        words = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, inside.width()
        )
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, leading, words)
        middle = MEDIUM + _CHEVRON if rtl else self.width() - MEDIUM - _CHEVRON
        top = self.height() / 2 - _CHEVRON / 2
        painter.setPen(QPen(colour(self, "control"), 2))
        painter.drawPolyline(
            [
                QPointF(middle - _CHEVRON, top),
                QPointF(middle, top + _CHEVRON),
                QPointF(middle + _CHEVRON, top),
            ]
        )
