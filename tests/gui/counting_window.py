"""Ticks in a real window, and counts what one tick costs.

``python -m tests.gui.counting_window DATA_FOLDER``; standard output says, for each tick, how often
each log was read and how often the window was told that a service changed.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from optout_desktop.base.paths import person_folders
from optout_desktop.gui.application import create
from optout_desktop.guides.library.library import shipped_library
from tests.stories.keyboard import press, until

reads: Counter[str] = Counter()


def see(event: str, arguments: tuple[object, ...]) -> None:
    """Count the logs that are opened to be read (PEP 578)."""
    if event == "open" and str(arguments[0]).endswith(".jsonl") and arguments[1] == "r":
        reads[Path(str(arguments[0])).name] += 1


class Counted(QObject):
    """Counts signals."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    @Slot()
    def count(self) -> None:
        self.number += 1


def main() -> None:
    """Tick three steps, each when all that the one before set off is over."""
    folders = person_folders(Path(sys.argv[1]))
    _, window = create(folders, shipped_library(folders.cache), "linkedin")
    changed, saved, looked = Counted(), Counted(), Counted()
    window.state.service_changed.connect(changed.count)
    window.state.saved.connect(saved.count)
    timer = window.findChild(QTimer, "watcher")
    assert timer is not None
    timer.timeout.connect(looked.count)
    window.show()
    until(lambda: window.slug == "linkedin" and len(window.page.content.sections) > 1, "the guide")
    for step in ("open", "find", "switch"):
        reads.clear()
        changed.number = saved.number = looked.number = 0
        row = window.page.row(("ai-toggle", step))
        assert row is not None
        row.box.setFocus()
        press("Space")
        until(lambda: saved.number and looked.number, "the save, and a look at what changed")
        until(lambda: not timer.isActive(), "calm")
        counted = {"reads": reads, "changed": changed.number, "saved": saved.number}
        sys.stdout.write(f"{json.dumps(counted)}\n")
    window.close()


if __name__ == "__main__":
    sys.addaudithook(see)
    main()
