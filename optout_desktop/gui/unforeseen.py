"""The last line of defence: what nobody caught goes into the log, and the window goes on.

Qt for Python hands to ``sys.excepthook`` what is raised in slots, in methods that Qt calls and in
Qt's threads. Python hands what is raised in its own threads to ``threading.excepthook``, and what
is raised where nothing can be, as in ``__del__``, to ``sys.unraisablehook``.
"""

import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from optout_desktop.base.languages import _
from optout_desktop.base.log import add_to_log, described, versions
from optout_desktop.base.paths import Folders

_QT_KINDS = {
    QtMsgType.QtWarningMsg: "Warning of Qt",
    QtMsgType.QtCriticalMsg: "Error of Qt",
    QtMsgType.QtFatalMsg: "Fatal error of Qt",
}
_VALUE = re.compile(r"""["'/\\]|[^ -~]""")
"""Where a value may begin in what Qt says, such as the name of a document."""


class Unforeseen(QObject):
    """Hears of every error that nobody caught; ``told`` carries a title, a hint and the record.

    The same record is written once in a run: what goes wrong while something is painted goes wrong
    with every paint.
    """

    told = Signal(str, str, str)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._written: set[str] = set()

    def tell(self, show: Callable[[str, str, str], None]) -> None:
        """Connect ``told`` with the window's method ``show``."""
        # Queued: an error may come from another thread, or amid a paint.
        self.told.connect(show, Qt.ConnectionType.QueuedConnection)

    def on_exception(
        self, kind: type[BaseException], error: BaseException, calls: TracebackType | None
    ) -> None:
        """Take the place of ``sys.excepthook``."""
        if isinstance(error, Exception):
            self._take(error)
        else:
            sys.__excepthook__(kind, error, calls)

    def on_thread(self, raised: threading.ExceptHookArgs) -> None:
        """Take the place of ``threading.excepthook``."""
        if isinstance(raised.exc_value, Exception):
            self._take(raised.exc_value)

    def on_unraisable(self, raised: "sys.UnraisableHookArgs") -> None:
        """Take the place of ``sys.unraisablehook``."""
        if isinstance(raised.exc_value, Exception):
            self._take(raised.exc_value)

    def on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        """Put what Qt itself complains of into the log; after a fatal error Qt ends the process."""
        with suppress(Exception):
            category = str(context.category or "default")
            name = _QT_KINDS.get(kind)
            if name:
                self._write(f"{versions()}\n{name} ({category}): {_without_values(words)}", words)
            else:
                _show(words)

    def _take(self, error: Exception) -> None:
        record = ""
        with suppress(Exception):  # what fails here, as memory may, must not hide what happened
            record = described(error)
            self._write(record, "".join(traceback.format_exception(error)))
        self.told.emit(
            _("Something went wrong that should not have."),
            _(
                "What was saved is safe, and you can go on. If you want to report it, copy the "
                "details: they hold nothing that you wrote."
            ),
            record,
        )

    def _write(self, record: str, whole: str) -> None:
        if record not in self._written:
            self._written.add(record)
            # Developers (``python -X dev``) see more, which may quote what a person wrote.
            _show(whole if sys.flags.dev_mode else record)
            add_to_log(self._folders, record)


@contextmanager
def last_defence(folders: Folders) -> Iterator[Unforeseen]:
    """Hear of all that nobody catches, as long as the block runs."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    unforeseen = Unforeseen(folders)
    sys.excepthook = unforeseen.on_exception
    threading.excepthook = unforeseen.on_thread
    sys.unraisablehook = unforeseen.on_unraisable
    qt_before = qInstallMessageHandler(unforeseen.on_qt_message)
    try:
        yield unforeseen
    finally:
        qInstallMessageHandler(qt_before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def _without_values(words: str) -> str:
    """Return what Qt says up to where a value may begin: a quotation mark, a path, a third part."""
    return ": ".join(_VALUE.split(words, maxsplit=1)[0].split(": ")[:2])


def _show(text: str) -> None:
    """Show a developer in the terminal what happened; a window on Windows has none."""
    if sys.stderr is not None:
        sys.stderr.write(f"{text.rstrip()}\n")
