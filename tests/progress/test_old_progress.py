"""Files of every version that was given out stay readable for ever."""

from pathlib import Path
from shutil import copytree

import pytest

from optout_desktop.base.paths import Folders
from optout_desktop.progress.computer import computer_id
from optout_desktop.progress.log import read
from optout_desktop.progress.log_key import LogKey, log_keys
from optout_desktop.progress.people import DEFAULT_PERSON, Account, Person, read_people
from optout_desktop.progress.settings import Settings, read_settings
from optout_desktop.progress.state import Objection, fold

SAMPLES = Path(__file__).parent.parent / "data" / "progress"


@pytest.fixture
def version_1(tmp_path: Path) -> Folders:
    root = copytree(SAMPLES / "version-1", tmp_path / "version-1")
    return Folders(root / "data", root / "settings", root / "computer")


def test_version_1_events(version_1: Folders) -> None:
    place = LogKey("me", "linkedin", "main")
    assert log_keys(version_1, "me") == (place,)
    history = read(version_1, place)
    assert [event.id for event in history.events] == [
        *(f"0badcafe-{count}" for count in range(1, 6)),
        "1badcafe-5",
        "0badcafe-6",
        "1badcafe-8",
    ]
    # One line of the second computer is from the future, and its last is torn.
    assert history.newer
    assert [(damage.file.name, damage.line) for damage in history.damage] == [("1badcafe.jsonl", 4)]

    state = fold(history.events)
    opened = state.step("ai-toggle", "open")
    assert opened.done
    assert opened.note == "Stand unter „Datenschutz“\nganz unten"
    switch = state.step("ai-toggle", "switch-off")
    assert (switch.done, switch.could_not_find) == (False, "not-there")
    assert state.step("objection", "send").objection == Objection(
        "2026-11-23", "LI-4711", "2027-03-02", "accepted"
    )
    assert state.outcomes == {"research": "not-offered"}


def test_version_1_persons(version_1: Folders) -> None:
    told: list[Exception] = []
    assert read_people(version_1, told.append) == (
        Person(DEFAULT_PERSON.id, "", "DE-BE", ()),
        Person("5f1d20aa", "Oma", "AT", (Account("linkedin", "9c0e11d4", "Verein"),)),
    )
    assert told == []
    (place,) = log_keys(version_1, "5f1d20aa")
    assert place == LogKey("5f1d20aa", "linkedin", "9c0e11d4")
    assert not fold(read(version_1, place).events).step("ai-toggle", "open").done


def test_version_1_settings(version_1: Folders) -> None:
    told: list[Exception] = []
    assert read_settings(version_1, told.append) == Settings(
        person="5f1d20aa",
        colours="dark",
        text_size=150,
        last_service="linkedin",
        folds=("linkedin/research",),
        window=(120, 80, 1180, 760, 1),
    )
    assert told == []
    assert computer_id(version_1) == "0badcafe"
