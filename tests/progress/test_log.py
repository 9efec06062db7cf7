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
from optout_desktop.progress.events import Event
from optout_desktop.progress.log import LINE_LIMIT, Place, append, persons, places, read
from optout_desktop.progress.state import in_order

PLACE = Place("me", "linkedin", "main")
AT = "2026-11-23T10:42:00+01:00"
TICK = Event(0, "", AT, "tick", "ai-toggle", "open", 1)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def folder_of(folders: Folders) -> Path:
    return folders.data / "progress" / "me" / "linkedin" / "main"


def second_computer(folders: Folders) -> Folders:
    return Folders(folders.data, folders.settings, folders.computer.with_name("second"))


def test_a_place_without_events_is_empty_and_stays_untouched(folders: Folders) -> None:
    assert read(folders, PLACE).events == ()
    assert places(folders, "me") == ()
    assert append(folders, PLACE, []) == ()
    assert not folders.data.exists()
    assert not folders.computer.exists()


def test_what_is_appended_is_read(folders: Folders) -> None:
    note = replace(TICK, what="note", note="Zeile 1\nسطر ٢ \U0001f600 \u2028 'x' \\ \"")
    first = append(folders, PLACE, [TICK, note])
    second = append(folders, PLACE, [TICK])
    history = read(folders, PLACE)
    assert history.events == first + second
    assert [event.count for event in history.events] == [1, 2, 3]
    assert {event.computer for event in history.events} == {computer_id(folders)}
    assert history.events[1].note == note.note
    assert history.damage == ()
    assert not history.newer


def test_counts_rise_over_all_computers(folders: Folders) -> None:
    second = second_computer(folders)
    written = [
        *append(folders, PLACE, [TICK]),
        *append(second, PLACE, [TICK, TICK]),
        *append(folders, PLACE, [TICK]),
    ]
    assert [event.count for event in written] == [1, 2, 3, 4]
    assert computer_id(folders) != computer_id(second)
    assert read(folders, PLACE) == read(second, PLACE)
    assert list(read(folders, PLACE).events) == written


def test_a_copy_by_a_synchronisation_program_counts_once(folders: Folders) -> None:
    written = append(folders, PLACE, [TICK, TICK])
    log = folder_of(folders) / f"{computer_id(folders)}.jsonl"
    other = replace(written[0], step="only in the copy")
    copy = log.with_name(f"{log.stem} (conflicted copy).jsonl")
    copy.write_bytes(log.read_bytes() + encode(other) + b"\n")
    assert set(read(folders, PLACE).events) == {*written, other}
    assert len(read(folders, PLACE).events) == 3


def test_events_with_equal_counts_have_one_order(folders: Folders) -> None:
    events = [replace(TICK, count=7, computer=name * 8) for name in "cab"]
    folder_of(folders).mkdir(parents=True)
    for event in events:
        log = folder_of(folders) / f"{event.computer}.jsonl"
        log.write_bytes(encode(event) + b"\n")
    assert list(read(folders, PLACE).events) == in_order(events)


def test_places_and_persons_are_found(folders: Folders) -> None:
    wanted = [
        Place("me", "chatgpt", "main"),
        Place("me", "linkedin", "0a1b2c3d"),
        Place("me", "linkedin", "main"),
    ]
    for place in (*reversed(wanted), Place("oma", "slack", "main")):
        append(folders, place, [TICK])
    (folders.data / "progress" / "me" / "empty" / "main").mkdir(parents=True)
    (folders.data / "progress" / "me" / "Not a name").mkdir()
    (folders.data / "progress" / "stray file").write_bytes(b"")
    assert places(folders, "me") == tuple(wanted)
    assert places(folders, "nobody") == ()
    assert persons(folders) == ("me", "oma")


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../../etc", "/etc", "a/b", "a\\b", "C:", "A", "ä", "a\n", "a\0", "a" * 41],
)
def test_names_that_could_be_paths_are_refused(folders: Folders, name: str) -> None:
    for names in ((name, "s", "a"), ("p", name, "a"), ("p", "s", name)):
        with pytest.raises(OptoutError, match="cannot name") as told:
            Place(*names)
        assert told.value.hint
        assert "\n" not in told.value.title
    with pytest.raises(OptoutError, match="cannot name"):
        places(folders, name)


def test_a_link_to_a_private_file_is_not_read(folders: Folders, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"password\n")
    append(folders, PLACE, [TICK])
    link = folder_of(folders) / "00000000.jsonl"
    try:
        link.symlink_to(secret)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    history = read(folders, PLACE)
    assert len(history.events) == 1
    assert history.damage == ()
    assert not any(
        b"password" in file.read_bytes() for file in folder_of(folders).glob("*damaged*")
    )


@pytest.mark.parametrize(
    "event",
    [
        replace(TICK, note="x" * LINE_LIMIT),
        replace(TICK, note="\udcff"),
        replace(TICK, at="yesterday"),
        replace(TICK, at="2026-11-23T10:42:00"),
        replace(TICK, what="sent", date="2026-02-30"),
    ],
    ids=["too-long", "not-text", "no-time", "no-zone", "no-date"],
)
def test_what_could_not_be_read_again_is_not_written(folders: Folders, event: Event) -> None:
    before = append(folders, PLACE, [TICK])
    with pytest.raises(OptoutError, match="cannot be saved"):
        append(folders, PLACE, [TICK, event])
    assert read(folders, PLACE).events == before


WRITER = """
import sys
from pathlib import Path
from optout_desktop.base.paths import Folders
from optout_desktop.progress.events import Event
from optout_desktop.progress.log import Place, append
data, computer, name = sys.argv[1:]
folders = Folders(Path(data), Path(data), Path(computer))
for number in range(60):
    event = Event(0, "", "2026-11-23T10:42:00+01:00", "tick", name, str(number), 1)
    append(folders, Place("me", "linkedin", "main"), [event, event])
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

    history = read(folders, PLACE)
    assert history.damage == ()
    assert len(history.events) == 240
    assert len({event.id for event in history.events}) == 240
    for name in "ab":
        steps = [event.step for event in history.events if event.task == name]
        assert steps == [str(number // 2) for number in range(120)]
