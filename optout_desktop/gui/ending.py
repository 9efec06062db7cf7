"""When the system or a terminal ends the program: everything is kept first, as by Ctrl+Q."""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Slot
from PySide6.QtGui import QGuiApplication

from optout_desktop.gui.frame.window import MainWindow

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""Sent at a shutdown, when a terminal is closed, and by Ctrl+C in it."""
_MANY = 64
"""Bytes that are read at once; each stands for a signal."""


class Ending(QObject):
    """Closes the window on a signal of the system, and keeps what was typed when a session ends.

    Python runs its handlers between two of its own steps, of which there are none while Qt waits:
    the number of the signal, which Python writes into a pipe at once, wakes Qt.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - there is a window
        # Direct, because the session goes on with its end once this returns.
        application.commitDataRequest.connect(
            self._on_session_end, Qt.ConnectionType.DirectConnection
        )
        if sys.platform != "win32":  # where Qt cannot wait for a pipe
            self._listen()

    def _listen(self) -> None:
        self._reading, writing = os.pipe()
        for end in (self._reading, writing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), _go_on)
        notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_signal)

    @Slot()
    def _on_signal(self) -> None:
        os.read(self._reading, _MANY)
        if self._window.close():
            QGuiApplication.quit()

    @Slot()
    def _on_session_end(self) -> None:
        self._window.keep()


def _go_on(_number: int, _frame: FrameType | None) -> None:
    """Let the window close by itself."""
