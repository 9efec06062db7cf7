"""When a start reaches its stages, seen from outside the window that is measured.

The launcher puts the moment of the start into ``T0_NS`` (nanoseconds of the monotonic clock).
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

PATIENCE_MS = 30_000


def peak_mib() -> float:
    """Read the largest memory that this process ever held, in MiB (``VmHWM`` of Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    values = dict(line.split(":", 1) for line in lines)
    return int(values["VmHWM"].split()[0]) / 1024


class Stages(QObject):
    """Notes when the wanted stages are reached, prints them as JSON and ends the program.

    A stage counts when its pixels are on their way to the screen: the event that notes it is
    posted while the window paints, and is handled right after.
    """

    reached = Signal(str)

    def __init__(self, application: QCoreApplication, *wanted: str) -> None:
        super().__init__(application)
        self._start = int(os.environ["T0_NS"])
        self._wanted = wanted
        self._times: dict[str, float] = {}
        self._watched: dict[QObject, tuple[str, QEvent.Type]] = {}
        self._posted: list[str] = []
        QTimer.singleShot(PATIENCE_MS, self, self._give_up)

    def restart(self) -> None:
        """Count the stages that follow from this moment."""
        self._start = time.monotonic_ns()

    def watch(self, stage: str, what: QObject, event: QEvent.Type) -> None:
        """Let ``stage`` be reached after the next ``event`` of ``what``."""
        self._watched[what] = (stage, event)
        what.installEventFilter(self)

    def watch_list(self, view: QAbstractItemView) -> None:
        """Let ``painted`` be reached when the rows of a list are painted."""
        self.watch("painted", view.viewport(), QEvent.Type.Paint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        stage, awaited = self._watched.get(watched, ("", None))
        if event.type() == awaited:
            del self._watched[watched]
            self._posted.append(stage)
            urgent = Qt.EventPriority.HighEventPriority
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), urgent.value)
        return False

    def customEvent(self, _: QEvent) -> None:  # noqa: N802 - Qt's name
        now = time.monotonic_ns()
        posted, self._posted = self._posted, []
        self._times |= dict.fromkeys(posted, (now - self._start) / 1e6)
        if all(stage in self._times for stage in self._wanted):
            sys.stdout.write(json.dumps(self._times | {"peak": peak_mib()}) + "\n")
            QCoreApplication.exit(0)
        for stage in posted:
            self.reached.emit(stage)

    def _give_up(self) -> None:
        missing = ", ".join(stage for stage in self._wanted if stage not in self._times)
        sys.stderr.write(f"never reached: {missing}\n")
        QCoreApplication.exit(1)
