"""Saving beside the window: a slow disk never holds up a tick."""

import threading
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Event
from optout_desktop.progress.log import Place, append

if TYPE_CHECKING:
    from queue import SimpleQueue

    Waiting = SimpleQueue[tuple[Place, tuple[Event, ...]] | None]


class Saved(Struct, frozen=True):
    """Events that stand on the disk now."""

    place: Place
    drafts: tuple[Event, ...]
    events: tuple[Event, ...]


class NotSaved(Struct, frozen=True):
    """Events that could not be written, and why."""

    place: Place
    drafts: tuple[Event, ...]
    title: str
    hint: str


class Saver(QObject):
    """One thread that appends events in the order in which they were given."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._thread: threading.Thread | None = None

    def save(self, place: Place, drafts: tuple[Event, ...]) -> None:
        """Append the events soon; ``saved`` or ``failed`` tells how it went."""
        if self._thread is None:
            from queue import SimpleQueue

            self._waiting: Waiting = SimpleQueue()
            self._thread = threading.Thread(target=self._work, name="saver", daemon=True)
            self._thread.start()
        self._waiting.put((place, drafts))

    def finish(self) -> None:
        """Write all that waits, and stop."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            place, drafts = waiting
            try:
                events = append(self._folders, place, drafts)
            except OptoutError as error:
                self.failed.emit(NotSaved(place, drafts, error.title, error.hint))
            else:
                self.saved.emit(Saved(place, drafts, events))
