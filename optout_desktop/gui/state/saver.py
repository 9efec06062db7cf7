"""Saves on a background thread: a slow disk never holds up a tick."""

import threading
from contextlib import suppress
from queue import Empty, SimpleQueue

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.log import log_error
from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Entry
from optout_desktop.progress.log import History, append
from optout_desktop.progress.log_key import LogKey


class Saved(Struct, frozen=True):
    """That entries are on the disk now, and what the logs of their key hold with them."""

    key: LogKey
    history: History


class NotSaved(Struct, frozen=True):
    """That entries could not be written, and why.

    ``details`` is the record of an error that nobody foresaw.
    """

    key: LogKey
    title: str
    hint: str
    details: str = ""


Result = Saved | NotSaved


class Saver(QObject):
    """One thread that writes entries in the order in which they were given.

    Every save ends in one result, whatever is raised meanwhile; ``ended`` says that one is there.
    """

    ended = Signal()

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._waiting: SimpleQueue[tuple[LogKey, tuple[Entry, ...]] | None] = SimpleQueue()
        self._results: SimpleQueue[Result] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def save(self, key: LogKey, entries: tuple[Entry, ...]) -> None:
        """Write the entries soon."""
        self._waiting.put((key, entries))
        self._keep_working()

    def results(self) -> list[Result]:
        """Return the results that are there, each once."""
        found = []
        while True:
            try:
                found.append(self._results.get_nowait())
            except Empty:
                return found

    def wait(self) -> Result:
        """Wait for the next result; something must have been given to save."""
        return self._results.get()

    def finish(self) -> None:
        """Write all that waits, and stop until something is saved again."""
        if self._thread is not None:
            # Looked at before it is told to end: one that had ended would be started anew.
            thread = self._keep_working()
            self._waiting.put(None)
            thread.join()
            self._thread = None

    def _keep_working(self) -> threading.Thread:
        """Return the thread, started if it is not alive."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="saver", daemon=True)
            self._thread.start()
        return self._thread

    def _work(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            self._results.put(self._result(*waiting))
            self.ended.emit()

    def _result(self, key: LogKey, entries: tuple[Entry, ...]) -> Result:
        try:
            return Saved(key, append(self._folders, key, entries))
        except OptoutError as error:
            return NotSaved(key, error.title, error.hint)
        except BaseException as error:  # noqa: BLE001 - a dead thread would save no more ticks
            return NotSaved(key, *_told(self._folders, error))


def _told(folders: Folders, error: BaseException) -> tuple[str, str, str]:
    details = ""
    with suppress(Exception):  # where there is no memory, there may be none for the record either
        details = log_error(folders, error)
    return (
        _("This could not be saved, because something went wrong that should not have."),
        _("Try again. What was saved before is still there."),
        details,
    )
