"""A part of the page that folds away below a button that says what it is."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from optout_desktop.gui.theme import HIT_HEIGHT, TINY


class Fold(QWidget):
    """A button and what it shows; where it need not fold, the content alone.

    ``opened`` says that the content is wanted, so that it can be made as late as that.
    """

    opened = Signal()

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._foldable = False
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setMinimumHeight(HIT_HEIGHT)
        self.button.hide()
        self.button.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.button)
        column.addWidget(content)

    def set_foldable(self, foldable: bool) -> None:
        """Fold the content away under the button, or show it without one."""
        if foldable == self._foldable:
            return
        self._foldable = foldable
        self.button.setVisible(foldable)
        self._content.setVisible(not foldable or self.button.isChecked())

    def unfold(self) -> None:
        """Show the content."""
        self.button.setChecked(True)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if checked else Qt.ArrowType.RightArrow)
        self._content.setVisible(checked or not self._foldable)
        if checked:
            self.opened.emit()
