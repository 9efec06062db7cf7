"""Ticks, notes, undo, objections and what could not be found."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QRadioButton,
)

from optout_desktop.base.files import locked
from optout_desktop.gui.dialogs.not_found import NotFoundDialog
from optout_desktop.gui.dialogs.objection import AnswerDialog, SentDialog
from optout_desktop.progress.log_key import LogKey, folder_of

if TYPE_CHECKING:
    from tests.gui.conftest import Browser, Program

Key = QKeySequence.StandardKey


def test_a_tick_shows_at_once_and_is_called_saved_when_it_is_on_the_disk(
    program: "Program",
) -> None:
    window = program.start()
    log = folder_of(program.folders, LogKey("me", "switchboard", "main"))
    program.tick("toggle", "open")
    (file,) = log.glob("*.jsonl")
    before = window.footer.saved.text()
    assert re.fullmatch(r"✓ Saved on this computer at \d\d:\d\d", before)
    window.footer.saved.setText("not yet")
    with locked(file):
        program.press(program.row("toggle", "switch").box)
        program.settle()
        assert program.row("toggle", "switch").box.isChecked()
        assert "2 of 5 steps" in program.spoken("Switchboard")
        assert window.footer.saved.text() == "not yet"
        assert program.whats() == ["tick open"]
    with program.bot.waitSignal(window.state.saved):
        pass
    assert window.footer.saved.text() == before
    first, second = program.events()
    assert (second.what, second.task, second.step) == ("tick", "toggle", "switch")
    assert (first.at, second.revision) == ("2026-11-23T10:42:00+00:00", 3)


def test_after_a_tick_the_focus_goes_to_the_next_open_step(program: "Program") -> None:
    program.start()
    program.tick("toggle", "open")
    assert program.focused() == "tick toggle switch"
    program.tick("toggle", "switch")
    program.tick("toggle", "reload")
    assert program.focused() == "tick objection send"
    assert program.window.open_step.key == ("objection", "send")


def test_after_sending_the_focus_goes_to_what_can_be_done_not_to_the_answer(
    program: "Program",
) -> None:
    program.start()
    program.press(program.row("objection", "send").box)
    program.accept(program.dialog(SentDialog))
    assert program.window.open_step.key == ("toggle", "open")
    assert program.focused() == "tick toggle open"


def test_a_tick_is_taken_back_by_a_second_press(program: "Program") -> None:
    program.start()
    program.tick("toggle", "open")
    program.tick("toggle", "open")
    assert program.whats() == ["tick open", "untick open"]
    assert not program.row("toggle", "open").box.isChecked()


def test_undo_and_redo_by_keyboard(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    assert window.footer.undo.accessibleName() == "Undo: Open the settings"
    with program.bot.waitSignal(window.state.saved):
        program.keys(Key.Undo)
    assert not program.row("toggle", "open").box.isChecked()
    assert program.focused() == "tick toggle open"
    assert not window.footer.undo.isVisible()
    with program.bot.waitSignal(window.state.saved):
        program.keys(Key.Redo)
    assert program.row("toggle", "open").box.isChecked()
    assert [event.what for event in program.events()] == ["tick", "undo", "undo"]


def test_undo_in_the_footer(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    with program.bot.waitSignal(window.state.saved):
        program.press(window.footer.undo)
    assert not program.row("toggle", "open").box.isChecked()


def test_the_open_step_is_ticked_by_its_command(program: "Program") -> None:
    window = program.start()
    with program.bot.waitSignal(window.state.saved):
        program.keys("Ctrl+Return")
    assert program.whats() == ["tick open"]
    program.keys("Ctrl+J")
    assert program.window.open_step.key == ("toggle", "switch")


def test_numbers_and_groups_follow_what_is_done(program: "Program") -> None:
    window = program.start("bakery")
    assert window.top_bar._done.text() == "0 of 5 services done"
    program.tick("toggle", "switch")
    assert window.top_bar._done.text() == "1 of 5 services done"
    assert program.spoken("Bakery") == "Bakery, Done, according to you"
    assert "Switched off" in program.words()
    program.press(program.button("Done 1"))
    assert program.listed() == ["Done", "Bakery"]
    program.press(program.button("Waiting 0"))
    assert "Nothing here now. Choose “All” to see every service." in program.words()


def test_a_note_is_saved_when_its_field_is_left(program: "Program") -> None:
    window = program.start()
    program.press(program.button("Add a note"))
    details = program.row("toggle", "open").details
    assert details is not None
    assert details.note.hasFocus()
    QTest.keyClicks(details.note, "The row was further down.")
    assert program.events() == ()
    with program.bot.waitSignal(window.state.saved):
        window.side.search.setFocus()
    (event,) = program.events()
    assert (event.what, event.note) == ("note", "The row was further down.")


def test_closing_saves_the_note_that_is_being_written(program: "Program") -> None:
    program.start()
    program.press(program.button("Add a note"))
    details = program.row("toggle", "open").details
    assert details is not None
    QTest.keyClicks(details.note, "Half a sentence")
    program.close()
    assert [event.note for event in program.events()] == ["Half a sentence"]


def test_a_note_comes_back_with_its_step(program: "Program") -> None:
    program.start()
    program.press(program.button("Add a note"))
    details = program.row("toggle", "open").details
    assert details is not None
    QTest.keyClicks(details.note, "Here")
    program.close()
    program.start()
    details = program.row("toggle", "open").details
    assert details is not None
    assert details.note.isVisible()
    assert details.note.toPlainText() == "Here"


def test_an_objection_asks_for_its_date_and_number_and_later_for_the_answer(
    program: "Program",
) -> None:
    window = program.start()
    program.press(program.row("objection", "send").box)
    sent = program.dialog(SentDialog)
    assert not program.row("objection", "send").box.isChecked()
    assert sent.date.date() == QDate(2026, 11, 23)
    assert sent.date.maximumDate() == QDate(2026, 11, 23)
    sent.date.setDate(QDate(2026, 11, 20))
    QTest.keyClicks(sent.reference, "4711/26")
    program.accept(sent)
    assert "Objection sent on 20 November 2026, case number 4711/26." in program.words()
    for step in ("open", "switch", "reload"):
        program.tick("toggle", step)
    assert program.spoken("Switchboard") == "Switchboard, Waiting for an answer"
    assert window.top_bar._waiting.text() == "1 waiting for an answer"

    program.press(program.row("objection", "answer").box)
    answer = program.dialog(AnswerDialog)
    keep = program.find(QAbstractButton, "Keep this", answer)
    assert not keep.isEnabled()
    program.press(program.find(QAbstractButton, "They refused it", answer))
    with program.bot.waitSignal(window.state.saved):
        program.press(keep)
    program.settle()
    assert "Objection refused" in program.words()
    assert "They refused it (23 November 2026)." in program.words()
    what = {event.what: event for event in program.events()}
    assert (what["sent"].date, what["sent"].reference) == ("2026-11-20", "4711/26")
    assert (what["answer"].date, what["answer"].value) == ("2026-11-23", "refused")


def test_an_objection_that_is_not_stated_leaves_no_tick(program: "Program") -> None:
    program.start()
    program.press(program.row("objection", "send").box)
    program.dialog(SentDialog).reject()
    program.settle()
    assert not program.row("objection", "send").box.isChecked()
    assert program.events() == ()


def test_the_date_of_an_objection_can_be_put_right(program: "Program") -> None:
    program.start()
    program.press(program.row("objection", "send").box)
    sent = program.dialog(SentDialog)
    QTest.keyClicks(sent.reference, "wrong")
    program.accept(sent)
    program.press(program.row("objection", "send").title)
    program.settle()
    program.press(program.button("Note the date…"))
    again = program.dialog(SentDialog)
    assert again.reference.text() == "wrong"
    again.reference.setText("right")
    program.accept(again)
    assert "case number right" in program.words()


def test_could_not_find_asks_why_shows_other_ways_and_is_recorded(
    program: "Program", browser: "Browser"
) -> None:
    program.start()
    program.press(program.button("I don’t see this"))
    dialog = program.dialog(NotFoundDialog)
    words = program.words(dialog)
    for told in ("The row is shown only where it applies.", "In the app.", "as of August 2026."):
        assert told in words
    paths = words.replace("\u2068", "").replace("\u2069", "")
    assert "Another way, in a browser: Me › Settings › Data privacy" in paths
    assert "Another way, on an iPhone or iPad: You › Settings on the telephone" in paths
    program.press(program.find(QAbstractButton, "Open help.example.com in your browser", dialog))
    assert browser.opened == ["https://help.example.com/ios"]
    reasons = dialog.findChildren(QRadioButton)
    assert len(reasons) == 7
    program.press(program.find(QRadioButton, "The page asks to sign in", dialog))
    assert "Sign in in your browser" in program.words(dialog)
    dialog.note.setPlainText("A blank page.")
    program.accept(dialog)
    (event,) = program.events()
    assert (event.what, event.value, event.note) == ("could-not-find", "sign-in", "A blank page.")
    assert "You could not find this." in program.words()
    assert program.spoken("Switchboard").endswith("something could not be found")


def test_a_task_can_be_skipped_or_not_offered_and_taken_up_again(program: "Program") -> None:
    window = program.start()
    first = program.content.sections[0]
    with program.bot.waitSignal(window.state.saved):
        program.press(program.find(QAbstractButton, "Not offered to me", first))
    assert "Not offered to you" in program.words(first)
    with program.bot.waitSignal(window.state.saved):
        program.press(program.find(QAbstractButton, "Undo this and do the task after all", first))
    assert "0 of 3 done" in program.words(first)
    with program.bot.waitSignal(window.state.saved):
        program.press(program.find(QAbstractButton, "Skip this task", first))
    assert "Skipped" in program.words(first)
    values = [(event.what, event.value) for event in program.events()]
    assert values == [("outcome", "not-offered"), ("outcome", ""), ("outcome", "skipped")]
