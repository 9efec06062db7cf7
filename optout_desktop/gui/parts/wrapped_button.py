"""A button that is a line of text, and wraps like one."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from optout_desktop.gui.parts.focus import paint_focus_ring
from optout_desktop.gui.parts.plain_text import without_shortcut
from optout_desktop.gui.parts.wrapping import has_long_word, paint_wrapped, wrapped_height
from optout_desktop.gui.theme import HIT_HEIGHT, TINY, colour, mirrored, type_font

_PREFERRED_WIDTH = 480


class WrappedButton(QAbstractButton):
    """A text to press; ``indent`` lines of height before it are left free for a sign."""

    def __init__(
        self, text: str, *, bold: bool = False, indent: float = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bold = bold
        self._indent = indent
        self.set_words(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, text: str) -> None:
        """Show another text."""
        self._shown = text
        # A long word is told from the others once; laying out is dear.
        self._breaks = has_long_word(text)
        self.setText(without_shortcut(text))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        width = max(1, arg__1 - 2 * TINY - self.sign_width())
        if self._breaks:
            height = wrapped_height(self._shown, self._font(), width)
        else:
            box = QRect(0, 0, width, 10_000)
            text = self._metrics().boundingRect(box, Qt.TextFlag.TextWordWrap, self._shown)
            height = text.height()
        return max(HIT_HEIGHT, height + 2 * TINY)

    def sizeHint(self) -> QSize:
        text = self._metrics().horizontalAdvance(self._shown)
        width = min(text + 2 * TINY + 2 + self.sign_width(), _PREFERRED_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._metrics().averageCharWidth() * 8 + self.sign_width(), HIT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        painter.setPen(colour(self, "accent" if self.underMouse() else "ink"))
        self.paint_sign(painter)
        box = mirrored(self, self.rect(), self.rect().adjusted(self.sign_width(), 0, 0, 0))
        side = (
            Qt.AlignmentFlag.AlignRight
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignLeft
        )
        paint_wrapped(
            painter,
            box.adjusted(TINY, 0, -TINY, 0),
            self._shown,
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter,
        )
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), colour(self, "accent"))

    def paint_sign(self, painter: QPainter) -> None:
        """Paint a sign before the text; most buttons have none."""

    def sign_width(self) -> int:
        """Measure what is left free before the text."""
        return round(self._metrics().height() * self._indent)

    def _font(self) -> QFont:
        return type_font("text", bold=self._bold)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())
