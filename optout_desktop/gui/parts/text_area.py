"""A field of several lines that is as tall as its text, within reason."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from optout_desktop.gui.theme import LINE_CHARACTERS, SMALL

_FEWEST_LINES, _MOST_LINES = 2, 8
_PAUSE = 3000
"""Milliseconds after the last key."""
_LINES = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})
"""How QTextDocument ends lines, blocks and frames inside itself."""


class TextArea(QPlainTextEdit):
    """A plain text field; Tab leaves it.

    ``left`` says that the person is done with it, ``paused`` that they typed and then did not for
    as long as ``pause`` says.
    """

    left = Signal()
    paused = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * LINE_CHARACTERS)
        self.document().setDocumentMargin(SMALL)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(_PAUSE)
        self.pause.timeout.connect(self.paused)
        self.textChanged.connect(self._on_text_changed)
        self.setPlainText(text)

    def text(self) -> str:
        """Return the text as it was typed; ``toPlainText`` would make U+00A0 a plain space."""
        return self.document().toRawText().translate(_LINES)

    def show_text(self, text: str) -> None:
        """Show another text, which the person did not type."""
        self.setPlainText(text)
        # Qt counts the change as one of the person's until it is over.
        self.pause.stop()

    def is_typed(self) -> bool:
        """Return whether the person changed the text since it was shown or taken."""
        return self.document().isModified()

    def take_typed(self) -> str:
        """Return the text, which counts as taken from then on."""
        self.pause.stop()
        self.document().setModified(False)
        return self.text()

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
        if self.is_typed():
            self.pause.start()
