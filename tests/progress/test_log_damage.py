"""Damaged logs: every whole line is used, every byte is kept, told once."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from msgspec.json import encode

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import locked
from optout_desktop.base.paths import Folders
from optout_desktop.progress.log import LINE_LIMIT, LOG_LIMIT, Damage, append, read
from optout_desktop.progress.log_key import LogKey
from tests.entries import entry, written

LOG = LogKey("me", "linkedin", "main")
TICK = entry()
GOOD = encode(TICK.event(1, "0badcafe"))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def log_with(folders: Folders, content: bytes) -> Path:
    log = folders.data / "progress" / "me" / "linkedin" / "main" / "0badcafe.jsonl"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_bytes(content)
    return log


def test_a_log_cut_at_any_byte_keeps_its_whole_lines(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")
    folders.computer.mkdir()
    (folders.computer / "id").write_text("0badcafe")
    events = written(folders, LOG, TICK, entry("note", note="ä\nسطر"), entry("untick"), TICK)
    log = folders.data / "progress" / "me" / "linkedin" / "main" / "0badcafe.jsonl"
    whole = log.read_bytes()

    for cut in range(len(whole) + 1):
        kept_before = set(log.parent.glob("*.damaged-*"))
        log.write_bytes(whole[:cut])
        *_lines, tail = whole[:cut].split(b"\n")
        # A line that lacks nothing but its newline is whole too.
        complete = whole[:cut].count(b"\n") + (whole[cut : cut + 1] == b"\n")
        torn = tail if tail and whole[cut : cut + 1] != b"\n" else b""

        history = read(folders, LOG)
        assert history.events == events[:complete]
        assert log.read_bytes() == whole[:cut]
        if torn:
            (damage,) = history.damage
            assert (damage.file, damage.line) == (log, complete + 1)
            assert damage.kept not in kept_before
            assert damage.kept.read_bytes() == torn
        else:
            assert history.damage == ()

        after = written(folders, LOG, TICK)
        history = read(folders, LOG)
        assert history.events == events[:complete] + after
        assert history.damage == ()
        assert log.read_bytes().startswith(whole[:cut])


BAD = {
    "not JSON": b"tick please",
    "not an object": b"[1, 2]",
    "nothing": b"{}",
    "zeros": bytes(300),
    "bad UTF-8": GOOD.replace(b"open", b"\xff\xfe"),
    "bad UTF-8 in a field that is skipped": GOOD.replace(b"{", b'{"later":"\xff",', 1),
    "half a character": GOOD.replace(b"open", b"\\ud83d"),
    "wrong type": GOOD.replace(b'"open"', b"3"),
    "no count": GOOD.replace(b'"count":1,', b""),
    "a count of zero": GOOD.replace(b'"count":1', b'"count":0'),
    "a count below zero": GOOD.replace(b'"count":1', b'"count":-1'),
    "a count that ends counting": GOOD.replace(b'"count":1', b'"count":9007199254740992'),
    "a count without end": GOOD.replace(b'"count":1', b'"count":' + b"9" * 5000),
    "no moment": GOOD.replace(b"2026-11-23T", b"2026-99-23T"),
    "a moment without zone": GOOD.replace(b"+01:00", b""),
    "no date": GOOD.replace(b"}", b',"date":"soon"}'),
    "too long": GOOD.replace(b"open", b"o" * LINE_LIMIT),
    "too deep": GOOD.replace(b"}", b',"later":' + b"[" * 20_000 + b"]" * 20_000 + b"}"),
    "newer without count": b'{"what":"hand-over","at":"2026-11-23T10:42:00Z","computer":"a"}',
    "two in one line": GOOD + GOOD,
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_line_is_set_aside_and_told_once(folders: Folders, bad: bytes) -> None:
    last = encode(TICK.event(2, "0badcafe"))
    content = b"\n".join([GOOD, bad, b"", last, b""])
    log = log_with(folders, content)

    history = read(folders, LOG)
    assert [event.count for event in history.events] == [1, 2]
    (damage,) = history.damage
    assert damage == Damage(log, 2, damage.kept)
    assert damage.kept.parent == log.parent
    assert damage.kept.read_bytes() == bad
    assert not history.newer

    again = read(folders, LOG)
    assert again.damage == ()
    assert again.events == history.events
    (event,) = written(folders, LOG, TICK)
    assert event.count == 3
    assert log.read_bytes() == content


def test_a_line_that_is_just_being_written_is_not_damage(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = log_with(folders, GOOD[:40])
    with ExitStack() as writer:
        writer.enter_context(locked(log))

        def finish_writing(_seconds: float) -> None:
            with log.open("ab") as stream:
                stream.write(GOOD[40:] + b"\n")
            writer.close()

        monkeypatch.setattr(time, "sleep", finish_writing)
        history = read(folders, LOG)
    assert len(history.events) == 1
    assert history.damage == ()


def test_a_newer_line_is_kept_counted_by_the_clock_and_by_nobody_else(folders: Folders) -> None:
    newer = GOOD.replace(b'"tick"', b'"handed-over"').replace(b'"count":1', b'"count":41')
    content = GOOD.replace(b"{", b'{"colour":"green",', 1) + b"\n" + newer + b"\n"
    log = log_with(folders, content)
    history = read(folders, LOG)
    assert history.newer
    assert history.damage == ()
    assert [event.count for event in history.events] == [1]
    (event,) = written(folders, LOG, TICK)
    assert event.count == 42
    assert log.read_bytes() == content


def test_the_largest_count_stops_writing_instead_of_losing(folders: Folders) -> None:
    log_with(folders, GOOD.replace(b'"count":1', b'"count":9007199254740991') + b"\n")
    with pytest.raises(OptoutError, match="cannot be saved"):
        append(folders, LOG, [TICK])
    assert len(read(folders, LOG).events) == 1


def test_a_log_of_absurd_size_is_refused_unread(folders: Folders) -> None:
    log = log_with(folders, b"")
    os.truncate(log, LOG_LIMIT + 1)
    with pytest.raises(OptoutError, match="too large"):
        read(folders, LOG)


def test_a_full_disk_keeps_what_was_saved(folders: Folders) -> None:
    pytest.importorskip("resource")
    before = written(folders, LOG, TICK, TICK)
    (log,) = folders.data.rglob("*.jsonl")
    size = log.stat().st_size
    limited = f"""
import resource, sys
from pathlib import Path
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Draft, Entry
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey
resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 150}, {size + 150}))
tick = Entry(Draft("tick", "ai-toggle", "open"), "2026-11-23T10:42:00+01:00", 1)
try:
    append(Folders(*map(Path, sys.argv[1:])), LogKey("me", "linkedin", "main"), [tick] * 5)
except OptoutError as told:
    print(told.title, told.hint)
"""
    done = subprocess.run(
        [sys.executable, "-c", limited, folders.data, folders.settings, folders.computer],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "The disk is full" in done.stdout
    assert "Free some space" in done.stdout
    history = read(folders, LOG)
    assert history.events == before
    assert history.damage == ()


@contextmanager
def a_plain_person() -> Iterator[None]:
    """Be somebody whom modes bind, where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only by their mode")
def test_a_folder_that_only_can_be_read() -> None:
    with tempfile.TemporaryDirectory() as root:
        folders = Folders(Path(root, "data"), Path(root, "settings"), Path(root, "computer"))
        before = written(folders, LOG, TICK)
        (log,) = folders.data.rglob("*.jsonl")
        log.write_bytes(log.read_bytes() + b"torn")
        content = log.read_bytes()
        for each in (Path(root), *Path(root).rglob("*")):
            each.chmod(0o555 if each.is_dir() else 0o444)
        try:
            with a_plain_person():
                history = read(folders, LOG)
                assert history.events == before
                # The bytes stay where they are.
                assert history.damage == (Damage(log, 2, log),)
                with pytest.raises(OptoutError, match="may not use") as told:
                    append(folders, LOG, [TICK])
                assert told.value.hint
        finally:
            for each in (Path(root), *Path(root).rglob("*")):
                each.chmod(0o700)
        assert log.read_bytes() == content
