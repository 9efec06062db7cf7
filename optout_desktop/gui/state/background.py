"""Longer work on a background thread."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.log import log_error
from optout_desktop.base.paths import Folders


class Work(QObject):
    """Does one thing in a thread; ``done`` with what came of it, or ``failed`` with why.

    ``unforeseen`` comes instead of ``failed`` for what nobody foresaw, with its record.
    """

    done = Signal(object)
    failed = Signal(str, str)
    unforeseen = Signal(str, str, str)

    def __init__(
        self, job: Callable[[], object], folders: Folders, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._job = job
        self._folders = folders
        self._thread = threading.Thread(target=self._run, name="work")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Wait until it is over, as when the window closes."""
        self._thread.join()

    def _run(self) -> None:
        try:
            result = self._job()
        except OptoutError as error:
            self.failed.emit(error.title, error.hint)
        except Exception as error:  # noqa: BLE001 - a thread's last word, else nobody hears of it
            self.unforeseen.emit(
                _("This could not be done, because something went wrong that should not have."),
                _("Nothing that you ticked is lost. Try again, or use the terminal command."),
                log_error(self._folders, error),
            )
        else:
            self.done.emit(result)
