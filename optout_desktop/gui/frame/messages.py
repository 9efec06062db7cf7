"""A line below the top bar that says what just happened, or what went wrong."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.base.palette import Role
from optout_desktop.gui.announce import announce
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.theme import LARGE, MEDIUM, ROLES, TINY


class MessageBar(Surface):
    """One message at a time, until it is closed or the next one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", radius=0, parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TINY, LARGE, TINY)
        row.setSpacing(MEDIUM)
        self.label = Label("")
        self.label.setMaximumWidth(16_777_215)
        row.addWidget(self.label, 1)
        self.close_button = Button(_("Close"))
        self.close_button.setAccessibleName(_("Close the message"))
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.close_button)
        self.hide()

    @Slot(str)
    def show_news(self, text: str) -> None:
        """Say what happened."""
        self._show(text, "soft", "ink")

    @Slot(str, str)
    def show_trouble(self, title: str, hint: str) -> None:
        """Say what went wrong and what to do."""
        words = _("{title} {hint}").format(title=title, hint=hint).strip()
        self._show(words, "danger_soft", "danger")

    def _show(self, text: str, fill: Role, ink: Role) -> None:
        self.set_fill(fill)
        self.label.setForegroundRole(ROLES[ink])
        self.label.setText(text)
        self.show()
        announce(self, text)
