"""How the window looks, as far as the person chooses it: text size and colours."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from optout_desktop.gui.state.state import State

_TEXT_STEP, _SMALLEST, _LARGEST = 10, 100, 200
"""Per cent of the system's own text size."""


class ViewSettings(QObject):
    """Changes the settings; whatever shows them hears it from the state."""

    def __init__(self, state: State, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state

    def mark(self, commands: Mapping[str, QAction]) -> None:
        """Mark, now and after every change, which colours are in force."""
        self._commands = commands
        self._state.settings_changed.connect(self._mark)
        self._mark()

    @Slot()
    def _mark(self) -> None:
        self._commands[f"colours_{self._state.settings.colours}"].setChecked(True)

    @Slot()
    def larger(self) -> None:
        """Make all text larger."""
        self._set_text_size(self._state.settings.text_size + _TEXT_STEP)

    @Slot()
    def smaller(self) -> None:
        """Make all text smaller."""
        self._set_text_size(self._state.settings.text_size - _TEXT_STEP)

    @Slot()
    def normal_size(self) -> None:
        """Bring text back to its usual size."""
        self._set_text_size(_SMALLEST)

    @Slot()
    def colours_system(self) -> None:
        """Follow the system's colours."""
        self._set_colours("system")

    @Slot()
    def colours_light(self) -> None:
        """Use light colours."""
        self._set_colours("light")

    @Slot()
    def colours_dark(self) -> None:
        """Use dark colours."""
        self._set_colours("dark")

    def _set_text_size(self, percent: int) -> None:
        size = max(_SMALLEST, min(_LARGEST, percent))
        self._state.change_settings(text_size=size)

    def _set_colours(self, colours: Literal["system", "light", "dark"]) -> None:
        self._state.change_settings(colours=colours)
