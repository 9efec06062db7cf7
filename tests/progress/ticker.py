"""Ticks in one child process after another until each is killed.

Every line on standard input names a folder; standard output says ``pid N``, the id of each event
after ``append`` returned, and ``ended``.
"""

import os
import sys
from itertools import count
from pathlib import Path

from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Draft, Entry
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey


def tick_for_ever(folder: Path) -> None:
    folders = Folders(folder / "data", folder / "settings", folder / "computer")
    for number in count():
        entries = [
            Entry(Draft("tick", "ai-toggle", f"step-{part}"), "2026-11-23T10:42:00+01:00", 1)
            for part in range(1 + number % 3)
        ]
        history = append(folders, LogKey("me", "linkedin", "main"), entries)
        written = history.events[-len(entries) :]
        os.write(1, "".join(f"{event.id}\n" for event in written).encode())


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os.write(1, f"pid {os.getpid()}\n".encode())
        tick_for_ever(Path(line.rstrip("\n")))
    os.waitpid(child, 0)
    os.write(1, b"ended\n")
