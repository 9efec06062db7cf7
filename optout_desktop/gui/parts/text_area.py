"""A field of several lines that is as tall as its text, within reason."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from optout_desktop.gui.theme import LINE_CHARACTERS, SMALL

_FEWEST_LINES, _MOST_LINES = 2, 8


class TextArea(QPlainTextEdit):
    """A plain text field; Tab leaves it, and ``left`` says that the person is done with it."""

    left = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * LINE_CHARACTERS)
        self.document().setDocumentMargin(SMALL)
        self.textChanged.connect(self._on_text_changed)
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        """Be as tall as the text, from two to eight lines."""
        line = self.fontMetrics().lineSpacing()
        lines = min(_MOST_LINES, max(_FEWEST_LINES, round(self.document().size().height())))
        return QSize(super().sizeHint().width(), lines * line + 2 * SMALL + 4)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Say that the person is done writing."""
        super().focusOutEvent(e)
        self.left.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self.updateGeometry()
