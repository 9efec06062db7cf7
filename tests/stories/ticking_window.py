"""Ticks in one real window after another until each is killed.

Every line on standard input names a data folder; standard output says ``pid N``, the id of each
event that the footer called saved, and ``ended``.
"""

import faulthandler
import os
import sys
import traceback
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from optout_desktop.base.paths import person_folders
from optout_desktop.gui.application import create
from optout_desktop.gui.frame.window import MainWindow
from optout_desktop.guides.library.library import shipped_library
from optout_desktop.progress.log_key import LogKey
from tests.stories.keyboard import press, until

LOG = LogKey("me", "linkedin", "main")
TASKS = ("ai-toggle", "objection")
LONGEST_LIFE = 120
"""Seconds after which a window that nobody killed says where it is stuck, and ends."""


class Witness(QObject):
    """Reads the footer, and says what it calls saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._said: set[str] = set()
        window.state.saved.connect(self.say)

    @Slot(str)
    def say(self, _moment: str) -> None:
        if self._window.footer.saved.text().startswith("✓ Saved"):
            journal = self._window.state.journal(LOG.service)
            ids = {event.id for event in journal.history.events}
            os.write(1, "".join(f"{name}\n" for name in sorted(ids - self._said)).encode())
            self._said |= ids


def tick_for_ever(folder: Path) -> None:
    """Press Space on one box after another, as fast as the window takes it."""
    folders = person_folders(folder)
    _, window = create(folders, shipped_library(folders.cache), LOG.service)
    witness = Witness(window)
    witness.setObjectName("witness")
    window.show()
    until(lambda: window.slug == LOG.service and window.page.is_built, "the guide")
    tasks = [task for task in window.open_step.checklist.tasks if task.id in TASKS]
    keys = [(task.id, step.id) for task in tasks for step in task.steps if not step.records]
    boxes = [row.box for key in keys if (row := window.page.row(key)) is not None]
    for number in count():
        # What it shows then is not waited for: another window may change it at the same moment.
        boxes[number % len(boxes)].setFocus()
        press("Space")
        QApplication.processEvents()


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        faulthandler.dump_traceback_later(LONGEST_LIFE, exit=True)
        os.write(1, f"pid {os.getpid()}\n".encode())
        try:
            tick_for_ever(Path(line.rstrip("\n")))
        finally:
            # Not the usual end, which would wait for the window's threads.
            traceback.print_exc()
            os._exit(1)
    os.waitpid(child, 0)
    os.write(1, b"ended\n")
