"""Kill -9 of the real window at any moment of ticking: what its footer called saved is there."""

import os
import random
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest

from optout_desktop.base.paths import person_folders
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey
from tests.entries import entry, written

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")

ROOT = Path(__file__).parents[2]
LOG = LogKey("me", "linkedin", "main")
WINDOWS = 2
"""At the same time, over the same files."""
KILLS = 12
"""Of each."""
MOST_SAVED = 30


def kill_windows(folder: Path, seed: int) -> list[str]:
    """Kill one window after another, and return what they called saved."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    saved: list[str] = []
    complaints = folder / f"complaints-{seed}.txt"
    with (
        complaints.open("wb") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "tests.stories.ticking_window"],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as windows,
    ):
        assert windows.stdin is not None
        assert windows.stdout is not None
        for _ in range(KILLS):
            windows.stdin.write(f"{folder}\n")
            windows.stdin.flush()
            pid = int(windows.stdout.readline().removeprefix("pid "))
            lines = iter(lambda: windows.stdout.readline().strip(), "ended")  # type: ignore[union-attr]
            wanted = chance.randrange(MOST_SAVED)
            said = list(islice(lines, wanted))
            assert len(said) == wanted, complaints.read_text(errors="replace")
            for _ in range(chance.randrange(40_000)):
                pass  # another moment between two lines
            os.kill(pid, signal.SIGKILL)
            said += lines
            saved += said
    return saved


def test_nothing_that_the_footer_called_saved_is_missing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(WINDOWS) as several:
        runs = list(several.map(kill_windows, [tmp_path] * WINDOWS, range(WINDOWS)))

    saved = {name for run in runs for name in run}
    assert len(saved) >= WINDOWS * KILLS
    folders = person_folders(tmp_path)
    history = read(folders, LOG)
    ids = [event.id for event in history.events]
    assert saved <= set(ids)
    assert len(set(ids)) == len(ids)
    assert all(damage.kept.exists() for damage in history.damage)
    after = written(folders, LOG, entry())
    assert read(folders, LOG).events == (*history.events, *after)
