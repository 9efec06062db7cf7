"""A part of the page that folds away below a button that says what it is."""

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.gui.parts.focus import follow
from optout_desktop.gui.parts.wrapped_button import WrappedButton
from optout_desktop.gui.theme import TINY, colour

_POINTING_ON = ((0.42, 0.3), (0.62, 0.5), (0.42, 0.7))
_POINTING_DOWN = ((0.3, 0.42), (0.5, 0.62), (0.7, 0.42))


class FoldButton(WrappedButton):
    """A title with a hook before it that points down when its content is shown."""

    def __init__(self, title: str) -> None:
        super().__init__(title, indent=1.2)
        self.setCheckable(True)

    def paint_sign(self, painter: QPainter) -> None:
        side = self.sign_width()
        hook = _POINTING_DOWN if self.isChecked() else _POINTING_ON
        top = (self.height() - side) / 2
        points = [QPointF(side * x, top + side * y) for x, y in hook]
        if self.isRightToLeft():
            points = [QPointF(self.width() - point.x(), point.y()) for point in points]
        pen = QPen(colour(self, "control"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.save()
        painter.setPen(pen)
        painter.drawPolyline(points)
        painter.restore()


class Fold(QWidget):
    """A button and what it shows; where it need not fold, the content alone.

    ``opened`` says that the content is wanted, so that it can be made as late as that;
    ``was_opened`` tells whether it was wanted so far.
    """

    opened = Signal()

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._foldable = False
        self.was_opened = False
        self.button = FoldButton(title)
        self.button.hide()
        self.button.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.button)
        column.addWidget(content)

    def set_title(self, title: str) -> None:
        """Say otherwise what folds away."""
        self.button.set_words(title)

    def set_foldable(self, foldable: bool) -> None:
        """Fold the content away under the button, or show it without one."""
        if foldable == self._foldable:
            return
        self._foldable = foldable
        self.button.setVisible(foldable)
        self._content.setVisible(not foldable or self.button.isChecked())

    @property
    def is_folded(self) -> bool:
        """Whether the content is folded away."""
        return self._foldable and not self.button.isChecked()

    def unfold(self) -> None:
        """Show the content, where it is folded away."""
        if self._foldable:
            self.button.setChecked(True)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        if checked:
            # Filled before it is seen: else each part of it would be laid out as it comes.
            self.was_opened = True
            self.opened.emit()
        self._content.setVisible(checked or not self._foldable)
        if checked:
            follow(self.button, self._content)
