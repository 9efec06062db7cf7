"""A field to choose from a list, with a border that is seen on every ground."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from optout_desktop.gui.parts.field import paint_border
from optout_desktop.gui.theme import CONTROL_RADIUS, HIT_HEIGHT, MEDIUM, SMALL, colour

_MOVING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
"""Keys that move through a list."""

_CHEVRON = 4
"""Half the width of the sign that a list opens, in device-independent pixels."""

_FEWEST_CHARACTERS = 8


class ChoiceBox(QComboBox):
    """A field to choose from a list; nothing can be written into it.

    Scrolling over it chooses nothing by accident: it scrolls what lies around it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(HIT_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        # Where there is no room for all of the words, their beginning is shown.
        width = self.fontMetrics().averageCharWidth() * _FEWEST_CHARACTERS
        return QSize(width + SMALL + 2 * _CHEVRON + 2 * MEDIUM, super().minimumSizeHint().height())

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


class AskingBox(ChoiceBox):
    """A list that tells at once what was chosen; looking through it by keys chooses nothing.

    ``chosen`` carries the value.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[str, str], ...] = ()
        # Later, when the list has closed: what is chosen can make it another list.
        self.activated.connect(self._on_activated, Qt.ConnectionType.QueuedConnection)

    def show_choices(self, choices: Iterable[tuple[str, str]], current: str) -> None:
        """Show values with their words, of which ``current`` is chosen, else the first."""
        choices = tuple(choices)
        if choices != self._choices:
            self._choices = choices
            self.clear()
            for value, words in choices:
                self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(current)))

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Open the list by keys that move through it."""
        if e.key() in _MOVING:
            self.showPopup()
        else:
            super().keyPressEvent(e)

    @Slot(int)
    def _on_activated(self, number: int) -> None:
        self.chosen.emit(self.itemData(number))
