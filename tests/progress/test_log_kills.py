"""Kill -9 at any moment of ticking: what was called saved is there."""

import os
import random
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from optout_desktop.base.paths import Folders
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey
from tests.entries import entry, written

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")

LOG = LogKey("me", "linkedin", "main")
FOLDERS = 12
KILLS_PER_FOLDER = 10


def kill_ticking_children(root: Path, seed: int) -> dict[Path, list[str]]:
    """Kill children, each after another number of ticks, and return what they called saved."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    saved: dict[Path, list[str]] = {}
    with subprocess.Popen(
        [sys.executable, Path(__file__).with_name("ticker.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as ticker:
        assert ticker.stdin is not None
        assert ticker.stdout is not None
        for number in range(FOLDERS * KILLS_PER_FOLDER):
            folder = root / str(number // KILLS_PER_FOLDER)
            ticker.stdin.write(f"{folder}\n")
            ticker.stdin.flush()
            pid = int(ticker.stdout.readline().removeprefix("pid "))
            said = [ticker.stdout.readline().strip() for _ in range(chance.randrange(16))]
            for _ in range(chance.randrange(4000)):
                pass  # another moment between two lines
            os.kill(pid, signal.SIGKILL)
            said += iter(lambda: ticker.stdout.readline().strip(), "ended")  # type: ignore[union-attr]
            saved.setdefault(folder, []).extend(said)
    return saved


def test_nothing_that_was_saved_is_missing_after_kills(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as both:
        runs = list(both.map(kill_ticking_children, [tmp_path, tmp_path], [1, 2]))

    kills = 0
    for folder in runs[0]:
        folders = Folders(folder / "data", folder / "settings", folder / "computer")
        history = read(folders, LOG)
        ids = [event.id for event in history.events]
        saved = [name for run in runs for name in run[folder]]
        assert set(saved) <= set(ids)
        assert len(set(ids)) == len(ids)
        assert len(set(saved)) == len(saved)
        assert all(damage.kept.exists() for damage in history.damage)
        after = written(folders, LOG, entry())
        assert read(folders, LOG).events == (*history.events, *after)
        kills += 2 * KILLS_PER_FOLDER
    assert kills >= 200
