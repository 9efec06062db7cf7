"""One of several answers: a round button whose text wraps."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from optout_desktop.gui.parts.focus import paint_focus_ring
from optout_desktop.gui.parts.wrapping import paint_wrapped, wrapped_height
from optout_desktop.gui.theme import HIT_HEIGHT, SMALL, TINY, colour, mirrored


class Choice(QRadioButton):
    """A round button to choose one answer, and its text."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        width = arg__1 - self._text_left() - TINY
        return max(HIT_HEIGHT, wrapped_height(self.text(), self.font(), width) + 2 * TINY)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + self._text_left() + TINY + 2
        # One line: measured anew it could wrap, as widths of letters are rounded there.
        return QSize(width, max(HIT_HEIGHT, metrics.height() + 2 * TINY))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8 + self._text_left(), HIT_HEIGHT)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        left = TINY if not self.isRightToLeft() else self.width() - TINY - side
        ring = QRectF(left, (self.height() - side) / 2, side, side)
        chosen = self.isChecked()
        edge = colour(self, "accent" if chosen or self.underMouse() else "control")
        painter.setPen(QPen(edge, 2))
        painter.setBrush(colour(self, "panel"))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(edge)
            painter.drawEllipse(QPointF(ring.center()), side / 4, side / 4)
        painter.setPen(colour(self, "ink"))
        box = mirrored(self, self.rect(), self.rect().adjusted(self._text_left(), 0, -TINY, 0))
        side_of_text = (
            Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        )
        paint_wrapped(
            painter,
            box,
            self.text(),
            side_of_text | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter,
        )
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), colour(self, "accent"))

    def _side(self) -> int:
        return max(16, self.fontMetrics().height())

    def _text_left(self) -> int:
        return TINY + self._side() + SMALL
