"""A terminal and an open window at the same time: neither loses anything of the other."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optout_desktop.base.paths import DATA_FOLDER_VARIABLE, Folders, guides_folder, person_folders
from optout_desktop.progress.people import Person, write_person

if TYPE_CHECKING:
    from tests.gui.conftest import Program

SERVICE, TASK = "linkedin", "ai-toggle"


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
    assert "1 of" in program.words(program.page.sections[0])


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
    write_person(program.folders, Person("5f1d20aa", "Kim", "", ()))
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
