"""What all dialogs share: a title, a column, and buttons named by verbs."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.theme import HUGE, MEDIUM


class Dialog(QDialog):
    """A question with a heading, what it needs, and buttons."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        self.column.setSpacing(MEDIUM)
        self.column.addWidget(Label(title, "title", bold=True))
        self.resize(self.fontMetrics().averageCharWidth() * 70, 0)

    def add_text(self, text: str) -> Label:
        """Add a paragraph."""
        label = Label(text)
        self.column.addWidget(label)
        return label

    def add_buttons(self, accept: str) -> Button:
        """Add the buttons; ``accept`` is the verb of the main one."""
        buttons = QDialogButtonBox()
        main = Button(accept, "main")
        main.setDefault(True)
        buttons.addButton(main, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(Button(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.column.addStretch(1)
        self.column.addWidget(buttons)
        return main

    def add_close(self) -> None:
        """Add a button that closes, where there is nothing to decide."""
        buttons = QDialogButtonBox()
        buttons.addButton(Button(_("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.column.addWidget(buttons)
