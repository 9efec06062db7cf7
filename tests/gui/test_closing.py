"""Closing the window: what could not be saved is named, and nothing goes without a word."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from optout_desktop.gui.dialogs.unsaved import UnsavedDialog, deed_words
from optout_desktop.progress.events import ANSWERS, Draft, What
from tests.gui.test_saving import full_disk, no_folder, only_log

if TYPE_CHECKING:
    from tests.gui.conftest import Program

NOTE = "What they told me on the telephone"


@pytest.fixture
def taken(program: "Program") -> Path:
    """Open a window that can save nothing at its service, and type a note."""
    file = no_folder(program)
    program.start()
    type_note(program)
    return file


def type_note(program: "Program") -> None:
    details = program.row("toggle", "open").details
    assert details is not None
    program.press(details.note_button)
    QTest.keyClicks(details.note, NOTE)


def quit_window(program: "Program") -> UnsavedDialog:
    """Press Ctrl+Q, and read what the window says."""
    program.keys("Ctrl+Q")
    assert program.window.isVisible()
    return program.dialog(UnsavedDialog)


@pytest.mark.usefixtures("taken")
def test_a_note_that_cannot_be_saved_is_named_and_can_be_copied(program: "Program") -> None:
    dialog = quit_window(program)
    assert dialog.text.text() == f"Switchboard · Open the settings: a note: {NOTE}"
    assert "cannot be used" in program.words(dialog)
    program.press(dialog.copy_button)
    assert NOTE in QApplication.clipboard().text()
    program.bot.keyClick(dialog, Qt.Key.Key_Escape)
    program.settle()
    assert program.window.isVisible()
    assert QApplication.activeModalWidget() is None
    details = program.row("toggle", "open").details
    assert details is not None
    assert details.note.text() == NOTE


def test_trying_again_saves_and_closes(program: "Program", taken: Path) -> None:
    dialog = quit_window(program)
    program.press(dialog.try_button)
    program.settle()
    assert program.dialog(UnsavedDialog) is not dialog
    assert program.window.isVisible()
    taken.unlink()
    program.press(program.dialog(UnsavedDialog).try_button)
    program.bot.waitUntil(lambda: not program.window.isVisible())
    assert [event.note for event in program.events()] == [NOTE]


@pytest.mark.usefixtures("taken")
def test_the_window_closes_without_what_could_not_be_saved_if_the_person_says_so(
    program: "Program",
) -> None:
    program.press(quit_window(program).close_button)
    program.bot.waitUntil(lambda: not program.window.isVisible())


def test_what_is_on_the_disk_closes_at_once(program: "Program") -> None:
    window = program.start()
    type_note(program)
    window.steps.tick("toggle", "switch")
    program.keys("Ctrl+Q")
    assert not window.isVisible()
    assert program.whats() == ["tick switch", "note open"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files.")
def test_the_disk_is_full_at_the_last_moment(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "reload")
    program.press(program.row("toggle", "open").title)
    program.settle()
    type_note(program)
    with full_disk(only_log(program)):
        window.steps.tick("toggle", "switch")
        dialog = quit_window(program)
        lines = dialog.text.text().splitlines()
        assert lines == [
            "Switchboard · Turn the switch to Off: ticked",
            f"Switchboard · Open the settings: a note: {NOTE}",
        ]
        assert "The disk is full" in program.words(dialog)
    program.press(dialog.try_button)
    program.bot.waitUntil(lambda: not window.isVisible())
    assert program.whats() == ["tick reload", "tick switch", "note open"]


@pytest.mark.usefixtures("taken")
def test_the_end_of_the_session_keeps_what_was_typed(program: "Program") -> None:
    (file,) = program.folders.data.rglob("switchboard")
    file.unlink()
    assert program.window.keep()
    assert [event.note for event in program.events()] == [NOTE]
    assert program.window.isVisible()


WHATS: tuple[What, ...] = ("tick", "untick", "could-not-find", "note", "outcome", "undo")


@pytest.mark.parametrize(
    "draft",
    [
        *(Draft(what, "task", "step", note=NOTE) for what in WHATS),
        *(Draft("answer", "task", "step", value=one, date="2026-11-20") for one in ANSWERS),
        Draft("sent", "task", "step", date="2026-11-20", reference="4711"),
        Draft("sent", "task", "step", date="2026-11-20"),
    ],
)
def test_everything_that_a_person_wrote_is_named(draft: Draft) -> None:
    words = deed_words(draft)
    for written in (draft.note, draft.reference, "20 November 2026" if draft.date else ""):
        assert written in words
