"""Logs: union over computers, order, places, names, two writers."""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.json import encode
from msgspec.structs import replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import Folders
from optout_desktop.progress.computer import computer_id
from optout_desktop.progress.events import Entry
from optout_desktop.progress.log import LINE_LIMIT, History, append, check_entry, logs, read
from optout_desktop.progress.log_key import LogKey, log_keys, persons, watched
from optout_desktop.progress.state import in_order
from tests.entries import entry, written

LOG = LogKey("me", "linkedin", "main")
TICK = entry()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def folder_of(folders: Folders) -> Path:
    return folders.data / "progress" / "me" / "linkedin" / "main"


def second_computer(folders: Folders) -> Folders:
    return Folders(folders.data, folders.settings, folders.computer.with_name("second"))


def test_a_place_without_events_is_empty_and_stays_untouched(folders: Folders) -> None:
    assert read(folders, LOG).events == ()
    assert log_keys(folders, "me") == ()
    assert append(folders, LOG, []) == History()
    assert not folders.data.exists()
    assert not folders.computer.exists()


def test_what_is_appended_is_read(folders: Folders) -> None:
    note = entry("note", note="Zeile 1\nسطر ٢ \U0001f600 \u2028 'x' \\ \"")
    first = written(folders, LOG, TICK, note)
    second = written(folders, LOG, TICK)
    history = read(folders, LOG)
    assert history.events == first + second
    assert [event.count for event in history.events] == [1, 2, 3]
    assert {event.computer for event in history.events} == {computer_id(folders)}
    assert history.events[1].note == note.draft.note
    assert history.damage == ()
    assert not history.newer


def test_counts_rise_over_all_computers(folders: Folders) -> None:
    second = second_computer(folders)
    events = [
        *written(folders, LOG, TICK),
        *written(second, LOG, TICK, TICK),
        *written(folders, LOG, TICK),
    ]
    assert [event.count for event in events] == [1, 2, 3, 4]
    assert computer_id(folders) != computer_id(second)
    assert read(folders, LOG) == read(second, LOG)
    assert list(read(folders, LOG).events) == events


def test_a_copy_by_a_synchronisation_program_counts_once(folders: Folders) -> None:
    events = written(folders, LOG, TICK, TICK)
    log = folder_of(folders) / f"{computer_id(folders)}.jsonl"
    other = replace(events[0], step="only in the copy")
    copy = log.with_name(f"{log.stem} (conflicted copy).jsonl")
    copy.write_bytes(log.read_bytes() + encode(other) + b"\n")
    assert set(read(folders, LOG).events) == {*events, other}
    assert len(read(folders, LOG).events) == 3


def test_events_with_equal_counts_have_one_order(folders: Folders) -> None:
    events = [TICK.event(7, name * 8) for name in "cab"]
    folder_of(folders).mkdir(parents=True)
    for event in events:
        log = folder_of(folders) / f"{event.computer}.jsonl"
        log.write_bytes(encode(event) + b"\n")
    assert list(read(folders, LOG).events) == in_order(events)


def test_places_and_persons_are_found(folders: Folders) -> None:
    wanted = [
        LogKey("me", "chatgpt", "main"),
        LogKey("me", "linkedin", "0a1b2c3d"),
        LogKey("me", "linkedin", "main"),
    ]
    for place in (*reversed(wanted), LogKey("oma", "slack", "main")):
        append(folders, place, [TICK])
    (folders.data / "progress" / "me" / "empty" / "main").mkdir(parents=True)
    (folders.data / "progress" / "me" / "Not a name").mkdir()
    (folders.data / "progress" / "stray file").write_bytes(b"")
    assert log_keys(folders, "me") == tuple(wanted)
    assert log_keys(folders, "nobody") == ()
    assert persons(folders) == ("me", "oma")


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../../etc", "/etc", "a/b", "a\\b", "C:", "A", "ä", "a\n", "a\0", "a" * 41],
)
def test_names_that_could_be_paths_are_refused(folders: Folders, name: str) -> None:
    for names in ((name, "s", "a"), ("p", name, "a"), ("p", "s", name)):
        with pytest.raises(OptoutError, match="cannot name") as told:
            LogKey(*names)
        assert told.value.hint
        assert "\n" not in told.value.title
    with pytest.raises(OptoutError, match="cannot name"):
        log_keys(folders, name)


def test_a_link_to_a_private_file_is_not_read(folders: Folders, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"password\n")
    append(folders, LOG, [TICK])
    link = folder_of(folders) / "00000000.jsonl"
    try:
        link.symlink_to(secret)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    history = read(folders, LOG)
    assert len(history.events) == 1
    assert history.damage == ()
    assert not any(
        b"password" in file.read_bytes() for file in folder_of(folders).glob("*damaged*")
    )


@pytest.mark.parametrize(
    "bad",
    [
        entry("note", note="x" * LINE_LIMIT),
        entry("note", note="\udcff"),
        entry(at="yesterday"),
        entry(at="2026-11-23T10:42:00"),
        entry("sent", date="2026-02-30"),
    ],
    ids=["too-long", "not-text", "no-time", "no-zone", "no-date"],
)
def test_what_could_not_be_read_again_is_not_written(folders: Folders, bad: Entry) -> None:
    before = written(folders, LOG, TICK)
    with pytest.raises(OptoutError, match="cannot be saved"):
        append(folders, LOG, [TICK, bad])
    with pytest.raises(OptoutError, match="cannot be saved"):
        check_entry(bad)
    check_entry(TICK)
    assert read(folders, LOG).events == before


WRITER = """
import sys
from pathlib import Path
from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Draft, Entry
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey
data, computer, name = sys.argv[1:]
folders = Folders(Path(data), Path(data), Path(computer))
for number in range(60):
    tick = Entry(Draft("tick", name, str(number)), "2026-11-23T10:42:00+01:00", 1)
    append(folders, LogKey("me", "linkedin", "main"), [tick, tick])
"""


@pytest.mark.parametrize("computers", [("one", "one"), ("one", "two")], ids=["same", "two"])
def test_two_processes_lose_nothing(folders: Folders, computers: tuple[str, str]) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, folders.data, folders.computer / computer, name]
        )
        for computer, name in zip(computers, "ab", strict=True)
    ]
    assert [writer.wait() for writer in writers] == [0, 0]

    history = read(folders, LOG)
    assert history.damage == ()
    assert len(history.events) == 240
    assert len({event.id for event in history.events}) == 240
    for name in "ab":
        steps = [event.step for event in history.events if event.task == name]
        assert steps == [str(number // 2) for number in range(120)]


def test_what_is_appended_comes_back_with_what_others_wrote(folders: Folders) -> None:
    second = second_computer(folders)
    theirs = written(second, LOG, TICK, TICK)
    with (folder_of(folders) / f"{computer_id(second)}.jsonl").open("ab") as log:
        log.write(b"torn")
    history = append(folders, LOG, [TICK])
    assert history.events[:2] == theirs
    (damage,) = history.damage
    assert damage.kept.read_bytes() == b"torn"
    again = read(folders, LOG)
    assert (again.events, again.newest) == (history.events, history.newest)
    # Whoever appended needs not read again to know how the logs are now.
    assert again.seen == history.seen == logs(folders, LOG)
    written(second, LOG, TICK)
    assert logs(folders, LOG) != history.seen


def test_what_changes_if_others_write_is_watched(folders: Folders) -> None:
    assert watched(folders, "me") == [folders.data.parent]
    written(folders, LOG, TICK)
    others = LogKey("me", "slack", "0a1b2c3d")
    written(folders, others, TICK)
    written(folders, LogKey("oma", "linkedin", "main"), TICK)
    top = folders.data / "progress" / "me"
    name = f"{computer_id(folders)}.jsonl"
    assert set(watched(folders, "me")) == {
        top,
        *(top / "linkedin", top / "linkedin" / "main", top / "linkedin" / "main" / name),
        *(top / "slack", top / "slack" / "0a1b2c3d", top / "slack" / "0a1b2c3d" / name),
    }
