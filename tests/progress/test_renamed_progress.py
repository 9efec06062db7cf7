"""What was done at a service under its old name counts, and nothing of it is moved or rewritten."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.json import encode
from msgspec.structs import replace

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import Folders
from optout_desktop.progress.computer import computer_id
from optout_desktop.progress.log import append, read
from optout_desktop.progress.log_key import LogKey, folders_of, key_of, log_keys
from optout_desktop.progress.my_data import my_files
from optout_desktop.progress.people import DEFAULT_PERSON, Account, accounts_of, following
from optout_desktop.progress.state import fold, redo_of
from tests.entries import entry, written

RENAMED = {"grammarly": "superhuman"}
OLD = LogKey("me", "grammarly", "main")
NEW = LogKey("me", "superhuman", "main", ("grammarly",))
TICK = entry(task="toggle")
SWITCH = entry(task="toggle", step="switch")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "settings", tmp_path / "computer")


def contents(folders: Folders) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folders.data.rglob("*.jsonl")}


def test_a_place_knows_the_names_that_a_service_had() -> None:
    assert key_of("me", "grammarly", "main", RENAMED) == NEW
    assert key_of("me", "superhuman", "main", RENAMED) == NEW
    assert key_of("me", "linkedin", "main", RENAMED) == LogKey("me", "linkedin", "main")
    with pytest.raises(OptoutError):
        LogKey("me", "superhuman", "main", ("../grammarly",))


def test_old_ticks_count_and_new_ones_go_to_the_present_name(folders: Folders) -> None:
    append(folders, OLD, [TICK, entry("note", "toggle", note="Found it")])
    before = contents(folders)
    (event,) = written(folders, NEW, SWITCH)
    assert event.count == 3
    state = fold(read(folders, NEW).events)
    assert state.step("toggle", "open").done
    assert state.step("toggle", "open").note == "Found it"
    assert state.step("toggle", "switch").done
    assert {file: data for file, data in contents(folders).items() if file in before} == before
    old, new = sorted(contents(folders))
    assert [old.parents[1].name, new.parents[1].name] == ["grammarly", "superhuman"]


def test_a_renamed_service_is_one_place(folders: Folders) -> None:
    append(folders, OLD, [TICK])
    assert log_keys(folders, "me", RENAMED) == (NEW,)
    append(folders, NEW, [SWITCH])
    append(folders, replace(OLD, account="0a1b2c3d"), [TICK])
    assert log_keys(folders, "me", RENAMED) == (replace(NEW, account="0a1b2c3d"), NEW)
    assert log_keys(folders, "me") == (
        replace(OLD, account="0a1b2c3d"),
        OLD,
        LogKey("me", "superhuman", "main"),
    )


def test_an_old_tick_can_be_taken_back_and_done_again(folders: Folders) -> None:
    append(folders, OLD, [TICK])
    state = fold(read(folders, NEW).events)
    assert state.last is not None
    undo = entry("undo", "toggle", value=state.last.id)
    append(folders, NEW, [undo])
    history = read(folders, NEW)
    assert not fold(history.events).step("toggle", "open").done
    undone = redo_of(history.events)
    assert undone is not None
    append(folders, NEW, [entry("undo", "toggle", value=undone.id)])
    assert fold(read(folders, NEW).events).step("toggle", "open").done


def test_two_names_that_counted_alike_are_told_apart(folders: Folders) -> None:
    """Both guides were there once, so both logs of one computer begin with its event number 1."""
    append(folders, OLD, [TICK, SWITCH])
    append(folders, LogKey("me", "superhuman", "main"), [TICK, SWITCH])
    events = read(folders, NEW).events
    assert len({event.id for event in events}) == 4
    # The undo of the old name takes back what was done there, and nothing else.
    old_undo = entry("undo", "toggle", "switch", value=f"{computer_id(folders)}-2")
    append(folders, OLD, [old_undo])
    standing = fold(read(folders, NEW).events)
    assert standing.step("toggle", "switch").done
    assert standing.last is not None
    assert standing.last.id == f"{computer_id(folders)}-2"


def test_a_service_that_was_renamed_twice_keeps_what_was_undone(folders: Folders) -> None:
    append(folders, OLD, [TICK, SWITCH])
    last = fold(read(folders, NEW).events).last
    assert last is not None
    append(folders, NEW, [entry("undo", "toggle", "switch", value=last.id)])
    third = LogKey("me", "hyperhuman", "main", ("grammarly", "superhuman"))
    state = fold(read(folders, third).events)
    assert state.step("toggle", "open").done
    assert not state.step("toggle", "switch").done


COMPUTERS = st.sampled_from(["aaaaaaaa", "bbbbbbbb"])
LOGS = st.dictionaries(
    st.tuples(st.sampled_from(["grammarly", "superhuman"]), COMPUTERS),
    st.integers(1, 4),
    min_size=1,
)


@given(logs=LOGS)
def test_counts_are_above_all_that_lies_under_any_name(
    logs: dict[tuple[str, str], int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("logs")
    folders = Folders(folder / "data", folder / "settings", folder / "computer")
    for (service, computer), number in logs.items():
        log = folders.data / "progress" / "me" / service / "main" / f"{computer}.jsonl"
        log.parent.mkdir(parents=True, exist_ok=True)
        lines = [encode(TICK.event(n + 1, computer)) for n in range(number)]
        log.write_bytes(b"\n".join([*lines, b""]))
    (event,) = written(folders, NEW, TICK)
    events = read(folders, NEW).events
    assert events[-1] == event
    assert event.count == 1 + max(logs.values())
    assert len({event.id for event in events}) == len(events) == 1 + sum(logs.values())


def test_damage_under_the_old_name_is_kept_and_told(folders: Folders) -> None:
    append(folders, OLD, [TICK])
    (log,) = contents(folders)
    log.write_bytes(log.read_bytes() + b"{broken\n")
    history = read(folders, NEW)
    assert [damage.file for damage in history.damage] == [log]
    assert history.damage[0].kept.read_bytes().strip() == b"{broken"
    assert len(history.events) == 1


def test_my_data_lists_what_lies_under_both_names(folders: Folders) -> None:
    append(folders, OLD, [TICK])
    append(folders, NEW, [SWITCH])
    listed = set(my_files(folders))
    for folder in folders_of(folders, NEW):
        assert set(folder.glob("*.jsonl")) & listed


def test_accounts_follow_and_what_is_said_of_the_present_name_goes_first() -> None:
    person = replace(
        DEFAULT_PERSON,
        accounts=(
            Account("grammarly", "main", "Private", "free"),
            Account("grammarly", "0a1b2c3d", "Work", "work"),
            Account("superhuman", "main", "Home", "paid"),
            Account("linkedin", "main", "Me"),
        ),
    )
    followed = following(person, RENAMED)
    assert accounts_of(followed, "superhuman") == (
        Account("superhuman", "main", "Home", "paid"),
        Account("superhuman", "0a1b2c3d", "Work", "work"),
    )
    assert accounts_of(followed, "linkedin") == accounts_of(person, "linkedin")
    assert following(person, {}) == person
    assert following(followed, RENAMED) == followed
