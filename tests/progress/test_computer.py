"""The id of a computer: made once, for all processes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from optout_desktop.base.paths import Folders
from optout_desktop.progress.computer import computer_id


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def test_an_id_is_made_once(folders: Folders, tmp_path: Path) -> None:
    made = computer_id(folders)
    assert re.fullmatch(r"[0-9a-f]{8}", made)
    assert computer_id(folders) == made
    other = Folders(folders.data, folders.settings, tmp_path / "other")
    assert computer_id(other) != made


@pytest.mark.parametrize("content", [b"", b"../../x", b"\xff\xff", b"0badcafe\n", b"0BADCAFE"])
def test_a_damaged_id_is_made_anew(folders: Folders, content: bytes) -> None:
    folders.computer.mkdir()
    (folders.computer / "id").write_bytes(content)
    made = computer_id(folders)
    assert re.fullmatch(r"[0-9a-f]{8}", made)
    assert computer_id(folders) == made


def test_processes_that_start_together_agree(folders: Folders) -> None:
    ask = """
import sys
from pathlib import Path
from optout_desktop.base.paths import Folders
from optout_desktop.progress.computer import computer_id
folder = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
print(computer_id(Folders(folder, folder, folder)))
"""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ask, folders.computer],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    answers = set()
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        answer, _errors = process.communicate()
        answers.add(answer.strip())
    assert answers == {computer_id(folders)}
