"""Finds a command or a service by a few letters, and does it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from optout_desktop.gui.state.state import State

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class CommandFinder(QObject):
    """Offers ``commands`` and all services; ``service_chosen`` carries the slug of one."""

    service_chosen = Signal(str)

    def __init__(self, state: State, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._window = state, window
        self.commands: list[QAction] = []

    @Slot()
    def ask(self) -> None:
        """Ask for a few letters."""
        from optout_desktop.gui.dialogs.find_command import FindCommandDialog

        self._dialog = FindCommandDialog(list(self.commands), self._window)
        for outline in self._state.outlines.values():
            self._dialog.add_service(outline.slug, outline.name)
        self._dialog.accepted.connect(self._on_found)
        self._dialog.open()

    @Slot()
    def _on_found(self) -> None:
        chosen = self._dialog.chosen
        if chosen is not None and chosen.data():
            self.service_chosen.emit(chosen.data())
        elif chosen is not None:
            chosen.trigger()
