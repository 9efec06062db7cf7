"""Notes: kept while they are typed, never written without a change, never taken out of sight."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from optout_desktop.gui.page.step_details import StepDetails
from optout_desktop.progress.log import LINE_LIMIT, append
from optout_desktop.progress.log_key import LogKey
from tests.entries import entry

if TYPE_CHECKING:
    from tests.gui.conftest import Program

LOG = LogKey("me", "switchboard", "main")
NUMBER = "Nr.\u00a04711"


def noting(program: "Program") -> StepDetails:
    """Go into the field for a note on the open step."""
    details = program.row("toggle", "open").details
    assert details is not None
    if details.note_button.isVisible():
        program.press(details.note_button)
    else:
        details.note.setFocus()
    assert details.note.hasFocus()
    return details


def notes(program: "Program") -> list[str]:
    return [event.note for event in program.events() if event.what == "note"]


def noted(program: "Program", text: str) -> None:
    """Let a note have been written with the first step before the window opens."""
    append(program.folders, LOG, [entry("note", "toggle", "open", note=text)])


def test_a_note_is_kept_some_seconds_after_the_last_key(program: "Program") -> None:
    window = program.start()
    details = noting(program)
    pause = details.note.pause
    assert not pause.isActive()
    QTest.keyClicks(details.note, "The row was ")
    assert pause.isActive()
    assert 0 < pause.interval() <= 5000
    with program.bot.waitSignal(window.state.saved):
        pause.setInterval(0)
    program.settle()
    assert notes(program) == ["The row was"]
    # The person goes on where they were.
    assert details.note.hasFocus()
    pause.setInterval(5000)
    QTest.keyClicks(details.note, "further down.")
    assert details.note.text() == "The row was further down."
    program.close()
    assert notes(program) == ["The row was", "The row was further down."]


def test_looking_at_a_note_writes_nothing(program: "Program") -> None:
    noted(program, f"{NUMBER}\u2028 ")
    window = program.start()
    details = noting(program)
    assert not details.note.pause.isActive()
    window.side.search.setFocus()
    program.settle()
    program.open("bakery")
    program.close()
    assert notes(program) == [f"{NUMBER}\u2028 "]


def test_what_is_typed_and_taken_back_writes_nothing(program: "Program") -> None:
    noted(program, "as it was")
    window = program.start()
    details = noting(program)
    QTest.keyClicks(details.note, "x")
    assert details.note.text() == "xas it was"
    QTest.keyClick(details.note, Qt.Key.Key_Backspace)
    assert details.note.text() == "as it was"
    window.side.search.setFocus()
    program.close()
    assert notes(program) == ["as it was"]


def test_a_space_that_does_not_break_stays_one(program: "Program") -> None:
    noted(program, NUMBER)
    window = program.start()
    details = noting(program)
    QTest.keySequence(details.note, QKeySequence.StandardKey.MoveToEndOfDocument)
    QTest.keyClicks(details.note, ", again")
    with program.bot.waitSignal(window.state.saved):
        window.side.search.setFocus()
    assert notes(program) == [NUMBER, f"{NUMBER}, again"]


def test_a_note_that_is_too_long_stays_in_sight_until_it_is_shortened(program: "Program") -> None:
    window = program.start()
    details = noting(program)
    long = "x" * LINE_LIMIT
    details.note.insertPlainText(long)
    with program.bot.waitSignal(window.state.failed):
        window.side.search.setFocus()
    assert "too long" in window.messages.label.text()
    assert window.footer.saved.text() == "Not saved: 1 change"
    # A look at what others changed, and another step, take nothing away.
    append(program.folders, LOG, [entry("tick", "toggle", "switch")])
    program.bot.waitUntil(program.row("toggle", "switch").box.isChecked)
    assert details.note.text() == long
    program.press(program.row("toggle", "switch").title)
    program.press(program.row("toggle", "open").title)
    program.settle()
    details = noting(program)
    assert details.note.text() == long
    with program.bot.waitSignal(window.state.not_saved):
        program.press(program.row("toggle", "reload").box)
    assert program.whats() == ["tick switch", "tick reload"]

    details.note.selectAll()
    QTest.keyClicks(details.note, "short")
    with program.bot.waitSignal(window.state.saved):
        window.side.search.setFocus()
    assert notes(program) == ["short"]
    assert window.state.unsaved() == ()


@pytest.mark.parametrize("leave", ["bakery", "person"])
def test_a_note_goes_to_the_service_at_which_it_was_typed(program: "Program", leave: str) -> None:
    """Something else is shown without a key of the person's."""
    window = program.start()
    details = noting(program)
    QTest.keyClicks(details.note, "mine")
    if leave == "bakery":
        window.open_service(leave)
    else:
        window.state.person_changed.emit()
    program.close()
    assert notes(program) == ["mine"]
    assert program.events("bakery") == ()


def test_what_others_note_is_shown_where_nobody_types(program: "Program") -> None:
    program.start()
    details = noting(program)
    noted(program, "theirs")
    program.bot.waitUntil(lambda: details.note.text() == "theirs")
    QTest.keySequence(details.note, QKeySequence.StandardKey.MoveToEndOfDocument)
    QTest.keyClicks(details.note, " and mine")
    noted(program, "theirs, again")
    program.bot.waitUntil(lambda: len(program.window.state.journal("switchboard").events) == 2)
    program.settle()
    assert details.note.text() == "theirs and mine"
    program.close()
    assert notes(program) == ["theirs", "theirs, again", "theirs and mine"]
