"""Ctrl+K: every command and every service by a few letters."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.parts.field import Field
from optout_desktop.gui.parts.scroll_bar import ScrollBar
from optout_desktop.gui.theme import TINY


class FindCommandDialog(Dialog):
    """A field and a list; Enter does what is marked. ``chosen`` is the action, if any."""

    def __init__(self, actions: list[QAction], parent: QWidget | None) -> None:
        super().__init__(_("Find a command"), parent)
        self._actions = actions
        self.chosen: QAction | None = None
        self.field = Field()
        self.field.setAccessibleName(_("Command or service"))
        self.field.setPlaceholderText(_("Type a command or a service"))
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.listed = QListWidget()
        self.listed.setAccessibleName(_("Commands"))
        self.listed.setVerticalScrollBar(ScrollBar("panel"))
        self.listed.setSpacing(TINY // 2)
        self.listed.itemActivated.connect(self._on_activated)
        self.column.addWidget(self.field)
        self.column.addWidget(self.listed, 1)
        self.setMinimumHeight(360)
        self._on_text("")
        self.field.setFocus()

    def add_service(self, slug: str, name: str) -> None:
        """Offer a service too; its slug is the data of the action that is chosen."""
        action = QAction(name.replace("&", "&&"), self)
        action.setData(slug)
        self._actions.append(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the keyboard stays in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.listed.count():
                number = (self.listed.currentRow() + step) % self.listed.count()
                self.listed.setCurrentRow(number)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._on_activated(self.listed.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        words = text.casefold().split()
        self.listed.clear()
        for number, action in enumerate(self._actions):
            name = _name(action)
            if action.isEnabled() and all(word in name.casefold() for word in words):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                line = _("{command} ({keys})").format(command=name, keys=keys) if keys else name
                item = QListWidgetItem(line, self.listed)
                item.setData(Qt.ItemDataRole.UserRole, number)
        self.listed.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen = self._actions[item.data(Qt.ItemDataRole.UserRole)]
            self.accept()


def _name(action: QAction) -> str:
    """Read the text of an action without the sign that underlines a letter."""
    return "&".join(part.replace("&", "") for part in action.text().split("&&"))
