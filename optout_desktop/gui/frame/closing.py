"""The end of the window: only when all that a person did is on the disk, or they say so."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.frame.open_step import OpenStep
from optout_desktop.gui.opener import copy_text
from optout_desktop.gui.state.journals import Unsaved
from optout_desktop.gui.state.state import State

if TYPE_CHECKING:
    from optout_desktop.gui.dialogs.unsaved import UnsavedDialog


class Closing(QObject):
    """Asks what to do where something would be lost; ``is_forced`` once the person said "close"."""

    def __init__(self, state: State, open_step: OpenStep, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._open, self._window = state, open_step, window
        self._dialog: UnsavedDialog | None = None
        self.is_forced = False

    def ask(self, unsaved: Iterable[Unsaved]) -> None:
        """Name what could not be saved, and ask whether to try again or to close without it."""
        from optout_desktop.gui.dialogs.unsaved import UnsavedDialog

        if self._dialog is not None:
            self._dialog.reject()
        text = "\n".join(map(self._words, unsaved))
        self._dialog = UnsavedDialog(text, self._state.why_unsaved(), self._window)
        self._dialog.copy_requested.connect(self._on_copy)
        self._dialog.close_requested.connect(self._on_close_anyway)
        self._dialog.accepted.connect(self._on_try_again)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _words(self, unsaved: Unsaved) -> str:
        from optout_desktop.gui.dialogs.unsaved import deed_words

        service, draft = unsaved.key.service, unsaved.entry.draft
        outline = self._state.outlines[service]
        titles = {task.id: task.title for task in outline.tasks}
        found = self._open.find((draft.task, draft.step)) if service == self._open.service else None
        return _("{service} · {title}: {words}").format(
            service=outline.name,
            title=found[1].title if found else titles.get(draft.task, draft.task),
            words=deed_words(draft),
        )

    @Slot(str)
    def _on_copy(self, text: str) -> None:
        copy_text(text)

    @Slot()
    def _on_close_anyway(self) -> None:
        self.is_forced = True
        self._on_try_again()

    @Slot()
    def _on_try_again(self) -> None:
        # After the dialog is gone, so that another one may come.
        QTimer.singleShot(0, self._window, self._window.close)

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None
