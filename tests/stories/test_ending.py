"""The system ends the program while a note is being typed: the note is on the disk."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from optout_desktop.base.paths import person_folders
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals.")

ROOT = Path(__file__).parents[2]


def noting(folder: Path, text: str) -> "subprocess.Popen[str]":
    """Start the window, and wait until the note is typed."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.stories.noting_window", folder, text],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "typed\n"
    return program


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_note_outlives_the_end_of_the_program(tmp_path: Path, name: str) -> None:
    program = noting(tmp_path, "half a sentence")
    program.send_signal(signal.Signals[name])
    _out, complaints = program.communicate()
    assert (program.returncode, "Traceback" in complaints) == (0, False), complaints
    (event,) = read(person_folders(tmp_path), LogKey("me", "linkedin", "main")).events
    assert (event.what, event.step, event.note) == ("note", "open", "half a sentence")
