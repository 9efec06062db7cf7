"""Opens the window as the program does, types a note, says ``typed``, and waits to be ended.

``python -m tests.stories.noting_window DATA_FOLDER TEXT``.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from optout_desktop.base.paths import person_folders
from optout_desktop.gui.application import run
from optout_desktop.gui.frame.window import MainWindow
from optout_desktop.guides.library.library import shipped_library
from tests.stories.keyboard import focused, main_window, press, until, write


class Typist(QObject):
    """The hands of a person."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    @Slot()
    def begin(self) -> None:
        window = main_window()
        assert isinstance(window, MainWindow)
        until(lambda: window.slug and window.page.row(("ai-toggle", "open")), "the first step")
        row = window.page.row(("ai-toggle", "open"))
        assert row is not None
        assert row.details is not None
        row.details.note_button.setFocus()
        press("Space")
        until(lambda: focused() == "Your note on this step", "the field")
        write(self._text)
        os.write(1, b"typed\n")


if __name__ == "__main__":
    application = QApplication(["optout-desktop", "-style", "fusion"])
    typist = Typist(sys.argv[2])
    QTimer.singleShot(0, typist, typist.begin)
    folders = person_folders(Path(sys.argv[1]))
    sys.exit(run(folders, shipped_library(folders.cache), "linkedin"))
