"""What all dialogs share: a title, a column that scrolls if it must, and buttons named by verbs."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from optout_desktop.base.languages import _
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.scroll_bar import ScrollBar
from optout_desktop.gui.theme import HIT_HEIGHT, HUGE, MEDIUM

_CHARACTERS, _FEWEST_CHARACTERS = 75, 12
_MOST_OF_SCREEN = 0.9


class Dialog(QDialog):
    """A question with a heading, what it needs, and buttons."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        # Freed when it is closed; what was stated is read before.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBar(ScrollBar())
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self._area.setWidget(content)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(HUGE, HUGE, HUGE, MEDIUM)
        self.column.setSpacing(MEDIUM)
        self.column.addWidget(Label(title, "title", bold=True))
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._area, 1)

    def add_text(self, text: str) -> Label:
        """Add a paragraph."""
        label = Label(text)
        self.column.addWidget(label)
        return label

    def add_buttons(self, accept: str, *, enter: bool = True) -> Button:
        """Add the buttons; ``accept`` is the verb of the main one, which Enter presses or not."""
        main = Button(accept, "main")
        main.setDefault(enter)
        buttons = self._button_box(_("Cancel"), enter=not enter)
        buttons.addButton(main, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        return main

    def add_close(self) -> None:
        """Add a button that closes, where there is nothing to decide."""
        self._button_box(_("Close"), enter=True)

    def _button_box(self, reject: str, *, enter: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.setContentsMargins(HUGE, MEDIUM, HUGE, HUGE)
        leave = Button(reject)
        # Where no button is the default, Qt makes the accepting one so.
        leave.setDefault(enter)
        buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._outer.addWidget(buttons)
        return buttons

    def showEvent(self, arg__1: QShowEvent) -> None:
        """Fit the size once everything inside knows its own."""
        super().showEvent(arg__1)
        if not any(self.column.stretch(number) for number in range(self.column.count())):
            self.column.addStretch(1)
        self._size_fields()
        QTimer.singleShot(0, self, self._fit)

    def _size_fields(self) -> None:
        """Make fields high enough to hit, and lists as wide as there is room."""
        for field in self._area.findChildren(QWidget):
            if not isinstance(field, QComboBox | QAbstractSpinBox | QLineEdit):
                continue
            if isinstance(field, QComboBox):
                field.setMinimumContentsLength(_FEWEST_CHARACTERS)
                field.setSizeAdjustPolicy(
                    QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                )
                # Without a width of its own the longest entry would be the least.
                field.setMinimumWidth(field.sizeHint().width())
            if field.parent() is self._area.widget():
                field.setMinimumHeight(HIT_HEIGHT)

    @Slot()
    def _fit(self) -> None:
        """Be as tall as the texts need at a readable width, and no taller than the screen."""
        screen = self.screen().availableSize()
        width = self.fontMetrics().averageCharWidth() * _CHARACTERS + 2 * HUGE
        width = min(width, round(screen.width() * _MOST_OF_SCREEN))
        height = self.column.totalHeightForWidth(width) + MEDIUM
        for number in range(1, self._outer.count()):
            item = self._outer.itemAt(number)
            height += item.sizeHint().height() if item else 0
        self.resize(width, min(height, round(screen.height() * _MOST_OF_SCREEN)))
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Stand in the middle of the window that asks, and never beyond the screen."""
        area, parent = self.screen().availableGeometry(), self.parentWidget()
        around = parent.window().frameGeometry() if parent else area
        box = self.frameGeometry()
        box.moveCenter(around.center())
        box.moveRight(min(box.right(), area.right()))
        box.moveBottom(min(box.bottom(), area.bottom()))
        box.moveLeft(max(box.left(), area.left()))
        box.moveTop(max(box.top(), area.top()))
        self.move(box.topLeft())
