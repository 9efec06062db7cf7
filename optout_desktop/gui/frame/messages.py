"""A line below the top bar that says what just happened, or what went wrong."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.base.palette import Role
from optout_desktop.gui.announce import announce
from optout_desktop.gui.opener import copy_text
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.theme import LARGE, MEDIUM, ROLES, TINY

_BESIDE = QBoxLayout.Direction.LeftToRight
_BELOW = QBoxLayout.Direction.TopToBottom


class MessageBar(Surface):
    """One message at a time, until it is closed or the next one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", radius=0, parent=parent)
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(LARGE, TINY, LARGE, TINY)
        self._row.setSpacing(MEDIUM)
        self.label = Label("")
        self.label.setMaximumWidth(16_777_215)
        self._row.addWidget(self.label, 1)
        self._details = ""
        self._is_about_saving = False
        self.copy_button = Button(_("Copy details"))
        self.copy_button.clicked.connect(self._copy_details)
        self.close_button = Button(_("Close"))
        self.close_button.setAccessibleName(_("Close the message"))
        self.close_button.clicked.connect(self.hide)
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons, MEDIUM)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        self._row.addWidget(self._buttons)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons below the words where they would take half of the line."""
        beside = self.width() > 2 * self._buttons.sizeHint().width()
        self._row.setDirection(_BESIDE if beside else _BELOW)

    @Slot(str)
    def show_news(self, text: str) -> None:
        """Say what happened."""
        self._show(text, "soft", "ink")

    @Slot(str, str)
    def show_trouble(self, title: str, hint: str) -> None:
        """Say what went wrong and what to do."""
        self.show_unforeseen(title, hint, "")

    @Slot(str, str, str)
    def show_unforeseen(self, title: str, hint: str, details: str) -> None:
        """Say what went wrong that nobody foresaw; ``details`` can be copied, to be sent."""
        words = _("{title} {hint}").format(title=title, hint=hint).strip()
        if self.isHidden() or (words, details) != (self.label.text(), self._details):
            self._show(words, "danger_soft", "danger", details)

    @Slot(str, str, str)
    def show_not_saved(self, title: str, hint: str, details: str) -> None:
        """Say why something could not be saved, until it is."""
        self.show_unforeseen(title, hint, details)
        self._is_about_saving = True

    @Slot()
    def forget_not_saved(self) -> None:
        """Take back what was said of something that is saved now."""
        if self._is_about_saving:
            self.hide()

    @Slot()
    def _copy_details(self) -> None:
        copy_text(self._details)
        self.copy_button.setText(_("Copied"))
        announce(self, _("Copied"))

    def _show(self, text: str, fill: Role, ink: Role, details: str = "") -> None:
        self._details = details
        self._is_about_saving = False
        self.copy_button.setText(_("Copy details"))
        self.copy_button.setVisible(bool(details))
        self._arrange()
        self.set_fill(fill)
        self.label.setForegroundRole(ROLES[ink])
        self.label.setText(text)
        self.show()
        announce(self, text)
