"""Text on the screen: always plain, always wrapping, always at its type step."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from optout_desktop.base.palette import Role
from optout_desktop.gui.parts.wrapping import has_long_word, paint_wrapped, wrapped_height
from optout_desktop.gui.theme import LINE_CHARACTERS, ROLES, TypeStep, type_font

_FROM_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class Label(QLabel):
    """A plain text of one type step and one colour role; it never reads markup."""

    def __init__(
        self,
        text: str = "",
        step: TypeStep = "text",
        role: Role = "ink",
        *,
        bold: bool = False,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step: TypeStep = step
        self._bold = bold
        self._breaks = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        if self.isRightToLeft():
            # Qt would put a text in Latin letters on the other side; like the report, we do not.
            self.setAlignment(_FROM_THE_RIGHT | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(wrap)
        self.setForegroundRole(ROLES[role])
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.size_text()
        self.setText(text)

    def heightForWidth(self, arg__1: int) -> int:
        # A layout asks for the width that it has; the label takes no more than its maximum.
        width = min(arg__1, self.maximumWidth())
        if not self._breaks:
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return wrapped_height(self.text(), self.font(), inner) + margins.top() + margins.bottom()

    def minimumSizeHint(self) -> QSize:
        # Qt's own is as tall as the text at its narrowest, which makes a scroll area far too long;
        # what is needed at a real width, heightForWidth says.
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(self.minimumWidth(), self.fontMetrics().height())

    def setText(self, arg__1: str) -> None:
        super().setText(arg__1)
        self._breaks = self.wordWrap() and has_long_word(arg__1)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        if not self._breaks:
            super().paintEvent(arg__1)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        paint_wrapped(painter, self.contentsRect(), self.text(), self.alignment())

    def size_text(self) -> None:
        """Take the size of the application's text; a font of its own would not follow it."""
        self.setFont(type_font(self._step, bold=self._bold))
        if self.wordWrap():
            self.setMaximumWidth(self.fontMetrics().averageCharWidth() * LINE_CHARACTERS)
            self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 8)


class ShortText(Label):
    """A short text beside others: in one line where there is room for it, else wrapped."""

    def __init__(self, text: str, step: TypeStep = "caption", role: Role = "mute") -> None:
        super().__init__(text, step, role)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        # A wrapping label of Qt would prefer a shape of its own, not one line.
        metrics, margins = self.fontMetrics(), self.contentsMargins()
        return QSize(
            metrics.horizontalAdvance(self.text()) + margins.left() + margins.right() + 1,
            metrics.height() + margins.top() + margins.bottom(),
        )
