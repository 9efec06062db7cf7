"""Saving beside the window: a slow disk never holds up a tick."""

import threading
from contextlib import suppress
from queue import SimpleQueue

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.log import log_error
from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Event
from optout_desktop.progress.log import Place, append


class Saved(Struct, frozen=True):
    """Events that stand on the disk now."""

    place: Place
    drafts: tuple[Event, ...]
    events: tuple[Event, ...]


class NotSaved(Struct, frozen=True):
    """Events that could not be written, and why.

    ``details`` is the record of an error that nobody foresaw.
    """

    place: Place
    drafts: tuple[Event, ...]
    title: str
    hint: str
    details: str = ""


class Saver(QObject):
    """One thread that appends events in the order in which they were given.

    Every save ends in ``saved`` or ``failed``, whatever is raised meanwhile.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._waiting: SimpleQueue[tuple[Place, tuple[Event, ...]] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def save(self, place: Place, drafts: tuple[Event, ...]) -> None:
        """Append the events soon; ``saved`` or ``failed`` tells how it went."""
        self._waiting.put((place, drafts))
        self._keep_working()

    def finish(self) -> None:
        """Write all that waits, and stop."""
        if self._thread is not None:
            self._waiting.put(None)
            self._keep_working().join()
            self._thread = None

    def _keep_working(self) -> threading.Thread:
        """Start the thread, anew if it has died, and return it."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="saver", daemon=True)
            self._thread.start()
        return self._thread

    def _work(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            place, drafts = waiting
            try:
                events = append(self._folders, place, drafts)
            except OptoutError as error:
                self.failed.emit(NotSaved(place, drafts, error.title, error.hint))
            except BaseException as error:  # noqa: BLE001 - a dead thread would save no more ticks
                self.failed.emit(NotSaved(place, drafts, *_told(self._folders, error)))
            else:
                self.saved.emit(Saved(place, drafts, events))


def _told(folders: Folders, error: BaseException) -> tuple[str, str, str]:
    details = ""
    with suppress(Exception):  # where there is no memory, there may be none for the record either
        details = log_error(folders, error)
    return (
        _("This could not be saved, because something went wrong that should not have."),
        _("Do it again. What was saved before is still there."),
        details,
    )
