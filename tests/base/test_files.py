"""Files that survive a crash, a full disk and a second window."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import (
    append_line,
    locked,
    read_bytes,
    set_aside,
    telling,
    write_atomically,
)

posix = pytest.mark.skipif(os.name != "posix", reason="modes and devices are as on Linux and macOS")


def all_names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_lines_follow_each_other(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folders" / "log"
    append_line(file, b"one")
    append_line(file, b"two\nthree")
    assert file.read_bytes() == b"one\ntwo\nthree\n"


def test_a_torn_line_stays_and_a_new_one_begins(tmp_path: Path) -> None:
    file = tmp_path / "log"
    file.write_bytes(b"one\ntor")
    append_line(file, b"two")
    assert file.read_bytes() == b"one\ntor\ntwo\n"


@posix
def test_only_the_person_may_look(tmp_path: Path) -> None:
    append_line(tmp_path / "new" / "folders" / "log", b"one")
    write_atomically(tmp_path / "other" / "file", b"one")
    with locked(tmp_path / "third" / "file"):
        pass
    for each in tmp_path.rglob("*"):
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600)


@posix
def test_all_is_on_the_disk_before_it_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, int]] = []
    real = os.fsync

    def remember(descriptor: int) -> None:
        real(descriptor)
        status = os.fstat(descriptor)
        size = status.st_size if stat.S_ISREG(status.st_mode) else -1
        synced.append((status.st_ino, size))

    monkeypatch.setattr(os, "fsync", remember)
    log = tmp_path / "a" / "b" / "log"
    append_line(log, b"one")
    folders = [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
    assert {(folder.stat().st_ino, -1) for folder in folders} <= set(synced)
    assert (log.stat().st_ino, 4) in synced

    synced.clear()
    append_line(log, b"two")
    assert synced == [(log.stat().st_ino, 8)]

    synced.clear()
    write_atomically(log, b"whole")
    assert synced == [(log.stat().st_ino, 5), (log.parent.stat().st_ino, -1)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    file = tmp_path / "log"
    file.symlink_to("/dev/full")
    with pytest.raises(OptoutError, match="The disk is full") as told:
        append_line(file, b"one")
    assert "Free some space" in told.value.hint


def test_a_line_is_taken_back_whatever_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise MemoryError

    file = tmp_path / "log"
    append_line(file, b"one")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(MemoryError):
        append_line(file, b"two")
    assert file.read_bytes() == b"one\n"


def test_a_line_that_does_not_fit_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    file = tmp_path / "log"
    file.write_bytes(b"one\n")
    whole = tmp_path / "whole"
    whole.write_bytes(b"before")
    limited = """
import resource, sys
from pathlib import Path
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import append_line, write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
for act in (append_line, write_atomically):
    try:
        act(Path(sys.argv.pop(1)), b"two, and more than fits")
    except OptoutError as told:
        print(told.title)
"""
    done = subprocess.run(
        [sys.executable, "-c", limited, file, whole], capture_output=True, text=True, check=True
    )
    assert done.stdout.count("The disk is full") == 2
    assert file.read_bytes() == b"one\n"
    assert whole.read_bytes() == b"before"
    assert all_names(tmp_path) == ["log", "whole"]


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "new" / "file"
    write_atomically(file, b"long before")
    write_atomically(file, b"after")
    assert file.read_bytes() == b"after"
    assert all_names(tmp_path / "new") == ["file"]


def test_a_part_is_removed_when_replacing_fails(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(OptoutError):
        write_atomically(folder, b"a folder cannot be replaced by a file")
    assert all_names(tmp_path) == ["folder"]


def test_replacing_waits_for_who_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = 3
    real = Path.replace

    def held_at_first(self: Path, target: Path) -> Path:
        nonlocal refusals
        if refusals:
            refusals -= 1
            raise PermissionError(13, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held_at_first)
    write_atomically(tmp_path / "file", b"after")
    assert (tmp_path / "file").read_bytes() == b"after"

    refusals = 1_000_000
    with pytest.raises(OptoutError):
        write_atomically(tmp_path / "file", b"never")
    assert (tmp_path / "file").read_bytes() == b"after"
    assert all_names(tmp_path) == ["file"]


def test_two_do_not_write_at_once(tmp_path: Path) -> None:
    file = tmp_path / "log"
    with (
        locked(file),
        pytest.raises(OptoutError, match="Another window is writing"),
        locked(file, wait=0),
    ):
        pytest.fail("the lock was given twice")
    with locked(file, wait=0):
        pass


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    dies_with_the_lock = """
import os, sys
from pathlib import Path
from optout_desktop.base.files import locked
with locked(Path(sys.argv[1])):
    os._exit(7)
"""
    file = tmp_path / "log"
    done = subprocess.run([sys.executable, "-c", dies_with_the_lock, file], check=False)
    assert done.returncode == 7
    with locked(file, wait=0):
        pass


def test_a_lock_is_let_go_after_an_error(tmp_path: Path) -> None:
    file = tmp_path / "log"
    with pytest.raises(KeyError), locked(file):
        raise KeyError
    with locked(file, wait=0):
        pass


def test_damaged_bytes_are_kept_once(tmp_path: Path) -> None:
    file = tmp_path / "a1b2c3d4.jsonl"
    kept = set_aside(file, b"\x00\xff")
    assert kept is not None
    assert kept.name.startswith("a1b2c3d4.damaged-1-")
    assert kept.read_bytes() == b"\x00\xff"
    assert set_aside(file, b"\x00\xff") is None
    assert set_aside(file, b"other") not in (None, kept)
    assert set_aside(file, b"\x00\xff", line=2) not in (None, kept)


def test_a_missing_file_is_empty_and_an_unreadable_one_is_told(tmp_path: Path) -> None:
    assert read_bytes(tmp_path / "missing") == b""
    with pytest.raises(OptoutError) as told:
        read_bytes(tmp_path)
    assert str(tmp_path) in told.value.title


def test_only_what_the_system_says_is_turned_into_words(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="mine"), telling(tmp_path):
        raise ValueError("mine")
