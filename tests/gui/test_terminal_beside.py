"""A terminal and an open window at the same time: neither loses anything of the other."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QFileSystemWatcher
from PySide6.QtWidgets import QWidget

from optout_desktop.base.paths import DATA_FOLDER_VARIABLE, Folders, guides_folder, person_folders
from optout_desktop.gui.application import create
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.people import change_person, read_people
from optout_desktop.progress.settings import read_settings
from tests.entries import entry
from tests.gui.conftest import NOW

if TYPE_CHECKING:
    from tests.gui.conftest import Program

SERVICE, TASK = "linkedin", "ai-toggle"
FIRST_AT_SLACK = ("opt-out-email", "find-address")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return person_folders(tmp_path / "data")


@pytest.fixture
def guides() -> Path:
    # The terminal knows the shipped guides alone.
    return guides_folder()


def terminal(program: "Program", *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "optout_desktop", *arguments],
        env={**os.environ, DATA_FOLDER_VARIABLE: str(program.folders.data), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def in_terminal(program: "Program", *arguments: str) -> None:
    job = terminal(program, *arguments)
    job.communicate()
    assert job.returncode == 0


def shows(program: "Program", step: str) -> bool:
    return program.row(TASK, step).box.isChecked()


def test_the_first_tick_of_all_comes_from_a_terminal(program: "Program") -> None:
    program.start(SERVICE)
    assert not program.folders.data.exists()
    in_terminal(program, "tick", SERVICE, TASK, "switch")
    program.bot.waitUntil(lambda: shows(program, "switch"))
    assert "1 of" in program.words(program.content.sections[0])


def test_ticks_of_both_survive_and_are_shown(program: "Program") -> None:
    program.start(SERVICE)
    program.tick(TASK, "open")
    in_terminal(program, "tick", SERVICE, TASK, "switch")
    program.bot.waitUntil(lambda: shows(program, "switch"))
    program.tick(TASK, "reload")
    assert [event.step for event in program.events(SERVICE)] == ["open", "switch", "reload"]
    assert len({event.count for event in program.events(SERVICE)}) == 3
    in_terminal(program, "tick", SERVICE, TASK, "switch", "--undo")
    program.bot.waitUntil(lambda: not shows(program, "switch"))
    assert shows(program, "open")


def test_ticks_of_both_at_the_same_moment_survive(program: "Program") -> None:
    program.start(SERVICE)
    job = terminal(program, "tick", SERVICE, TASK, "switch")
    program.tick(TASK, "open")
    program.tick(TASK, "reload")
    job.communicate()
    assert job.returncode == 0
    program.bot.waitUntil(lambda: shows(program, "switch"))
    assert {event.step for event in program.events(SERVICE)} == {"open", "switch", "reload"}


def test_a_tick_for_another_person_is_not_shown(program: "Program") -> None:
    change_person(program.folders, "5f1d20aa", partial(replace, name="Kim"))
    program.start(SERVICE)
    program.tick(TASK, "open")
    in_terminal(program, "--person", "Kim", "tick", SERVICE, TASK, "switch")
    in_terminal(program, "tick", SERVICE, TASK, "reload")
    program.bot.waitUntil(lambda: shows(program, "reload"))
    assert not shows(program, "switch")


def test_undo_takes_back_what_the_terminal_did_last(program: "Program") -> None:
    window = program.start(SERVICE)
    program.tick(TASK, "open")
    in_terminal(program, "tick", SERVICE, TASK, "switch")
    program.bot.waitUntil(lambda: shows(program, "switch"))
    with program.bot.waitSignal(window.state.saved):
        program.choose("undo")
    assert not shows(program, "switch")
    assert shows(program, "open")


def test_an_answer_in_the_terminal_outlives_another_in_the_window(program: "Program") -> None:
    window = program.start(SERVICE)
    in_terminal(program, "answer", SERVICE, "age", "adult")
    window.state.answer(SERVICE, "plan", "free")
    (me,) = read_people(program.folders)
    assert (me.age, me.accounts[0].plan) == ("adult", "free")
    assert window.state.person == me


def test_two_windows_that_change_other_things_lose_nothing(program: "Program") -> None:
    first = program.start(SERVICE)
    _, second = create(program.folders, program.library, SERVICE, clock=lambda: NOW)
    first.state.choose_person("me", {"region": "DE"})
    second.state.answer(SERVICE, "plan", "free")
    second.state.choose_person("me", {"name": "Kim"})
    first.state.answer(SERVICE, "age", "adult")
    (me,) = read_people(program.folders)
    assert (me.name, me.region, me.age, me.accounts[0].plan) == ("Kim", "DE", "adult", "free")
    assert first.state.person == me
    second.close()
    second.deleteLater()


def test_two_windows_keep_the_settings_of_both(program: "Program") -> None:
    program.start(SERVICE)
    _, second = create(program.folders, program.library, SERVICE, clock=lambda: NOW)
    for command in ("larger", "larger", "colours_dark"):
        second.commands[command].trigger()
    second.close()
    second.deleteLater()
    program.close()
    kept = read_settings(program.folders)
    assert (kept.text_size, kept.colours, kept.last_service) == (120, "dark", SERVICE)


def test_the_list_follows_what_a_terminal_does_at_another_service(program: "Program") -> None:
    program.start(SERVICE)
    before = program.spoken("Slack")
    in_terminal(program, "tick", "slack", *FIRST_AT_SLACK, "--note", "case 4711")
    program.bot.waitUntil(lambda: program.spoken("Slack") != before)
    program.open("slack")
    row = program.row(*FIRST_AT_SLACK)
    assert row.box.isChecked()
    row.title.click()
    program.settle()
    assert row.details is not None
    assert row.details.note.toPlainText() == "case 4711"


@pytest.fixture
def deaf(program: "Program") -> "Program":
    """Open a window on a drive that never says what changes on it."""
    window = program.start(SERVICE)
    watcher = window.findChild(QFileSystemWatcher)
    assert watcher is not None
    watcher.blockSignals(True)
    return program


def test_opening_a_service_reads_it_anew(deaf: "Program") -> None:
    append(deaf.folders, LogKey("me", "slack", "main"), [entry("tick", *FIRST_AT_SLACK)])
    deaf.open("slack")
    assert deaf.row(*FIRST_AT_SLACK).box.isChecked()


def test_coming_back_to_the_window_shows_what_was_done_elsewhere(deaf: "Program") -> None:
    append(deaf.folders, LogKey("me", SERVICE, "main"), [entry("tick", TASK, "switch")])
    other = QWidget()
    other.show()
    other.activateWindow()
    deaf.bot.waitUntil(other.isActiveWindow)
    assert not shows(deaf, "switch")
    deaf.window.activateWindow()
    deaf.bot.waitUntil(lambda: shows(deaf, "switch"))
    other.close()
    other.deleteLater()


def test_what_a_terminal_answers_is_shown(program: "Program") -> None:
    window = program.start(SERVICE)
    in_terminal(program, "answer", SERVICE, "age", "adult")
    program.bot.waitUntil(lambda: window.state.person.age == "adult")
    in_terminal(program, "answer", SERVICE, "age", "minor")
    program.bot.waitUntil(lambda: window.state.person.age == "minor")


def test_what_happens_to_another_person_leaves_the_page_as_it_is(program: "Program") -> None:
    window = program.start(SERVICE)
    with program.bot.assertNotEmitted(window.state.person_changed):
        change_person(program.folders, "5f1d20aa", partial(replace, name="Kim"))
        program.bot.waitUntil(lambda: [one.name for one in window.state.people] == ["", "Kim"])
