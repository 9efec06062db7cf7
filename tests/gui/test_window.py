"""One window, used as a person uses it: what is seen, what is asked, and what is kept."""

import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QRadioButton,
)

from optout_desktop.base.files import locked
from optout_desktop.base.palette import DARK
from optout_desktop.gui.dialogs.find_command import FindCommandDialog
from optout_desktop.gui.dialogs.my_data import DeleteDialog, MyDataDialog
from optout_desktop.gui.dialogs.not_found import NotFoundDialog
from optout_desktop.gui.dialogs.objection import AnswerDialog, SentDialog
from optout_desktop.gui.dialogs.person import PersonDialog
from optout_desktop.progress.log import Place, folder_of
from optout_desktop.progress.people import accounts_of, read_people
from optout_desktop.progress.settings import read_settings

if TYPE_CHECKING:
    from tests.gui.conftest import Browser, Program

Key = QKeySequence.StandardKey


def listed(program: "Program") -> list[str]:
    """Read the rows of the list from top to bottom."""
    model = program.window.side.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def spoken(program: "Program", service: str) -> str:
    """Hear what a screen reader says of a row of the list."""
    model = program.window.side.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    (row,) = [row for row in rows if row.data() == service]
    return str(row.data(Qt.ItemDataRole.AccessibleTextRole))


def keys(program: "Program", sequence: QKeySequence.StandardKey | str) -> None:
    QTest.keySequence(program.window, QKeySequence(sequence))
    program.settle()


def focused(program: "Program") -> str:
    widget = program.window.focusWidget()
    return widget.objectName()


def button(program: "Program", name: str) -> QAbstractButton:
    return program.find(QAbstractButton, name)


def save_as(program: "Program", file: Path) -> None:
    """Name a file in the dialog that asks for one."""
    dialog = program.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(str(file))
    with program.bot.waitSignal(program.window.keeping.told):
        QTest.keyClick(field, Qt.Key.Key_Return)


# The list and the first guide


def test_the_list_is_there_before_the_first_guide(program: "Program") -> None:
    window = program.make()
    assert listed(program) == [
        "Up next",
        "Bakery",
        "Langwierigkeitsversicherungsgesellschaft",
        "Lighthouse",
        "Switchboard",
        "بريد",
        "Guides that cannot be read",
        "broken",
    ]
    assert window.slug == ""
    with program.bot.waitSignal(window.guide_shown) as shown:
        window.show()
    assert shown.args == ["bakery"]
    assert window.page.head.name.text() == "Bakery"


def test_a_guide_shows_its_limits_its_age_and_where_the_person_lives(program: "Program") -> None:
    program.start(region="DE")
    words = program.words()
    for told in (
        "Switching off stops future training only.",
        "facts as of 21 Aug 2026",
        "Germany: applies since 3 Nov 2025",
        "about 17 min",
        "This program explains and reminds. It is not legal advice.",
        "0 of 4 services done",
    ):
        assert told in words
    assert program.window.footer.person.text() == "You live in: Germany · For: me"
    assert listed(program)[-2:] == ["Nothing to do where you live", "Lighthouse"]


def test_a_step_says_where_its_facts_come_from_and_what_is_doubtful(program: "Program") -> None:
    program.start()
    assert "From: Privacy notice (Switchboard). As of 21 August 2026." in program.words()
    program.press(program.row("toggle", "switch").title)
    program.settle()
    words = program.words()
    assert "Undated: no dated source shows this." in words
    assert "Not well confirmed: this page may look different, or be missing." in words
    assert "Sources disagree. One report calls it “Use my posts”." in words


def test_the_folds_tell_facts_history_and_sources(program: "Program", browser: "Browser") -> None:
    program.start()
    for fold in (program.page.facts.facts, program.page.facts.timeline, program.page.facts.sources):
        fold.unfold()
    program.settle()
    words = program.words()
    assert "One report says that messages are used too." in words
    assert "November 2025 (European Economic Area)" in words
    assert "The Example Times, press, copy of 1 September 2026" in words
    program.press(button(program, "Open times.example.net in your browser"))
    assert browser.opened == ["https://times.example.net/a%20story"]


def test_a_guide_that_cannot_be_read_is_a_row_that_says_so(program: "Program") -> None:
    program.start()
    assert spoken(program, "broken").startswith("broken, There is a mistake at ")
    program.window.open_service("broken")
    assert program.window.slug == "switchboard"
    assert "There is a mistake at category" in program.window.messages.label.text()
    assert program.window.messages.isVisible()


# Ticking


def test_a_tick_shows_at_once_and_is_called_saved_when_it_is_on_the_disk(
    program: "Program",
) -> None:
    window = program.start()
    log = folder_of(program.folders, Place("me", "switchboard", "main"))
    program.tick("toggle", "open")
    (file,) = log.glob("*.jsonl")
    before = window.footer.saved.text()
    assert re.fullmatch(r"✓ Saved on this computer at \d\d:\d\d", before)
    window.footer.saved.setText("not yet")
    with locked(file):
        program.press(program.row("toggle", "switch").box)
        program.settle()
        assert program.row("toggle", "switch").box.isChecked()
        assert "2 of 5 steps" in spoken(program, "Switchboard")
        assert window.footer.saved.text() == "not yet"
        assert program.whats() == ["tick open"]
    with program.bot.waitSignal(window.store.saved):
        pass
    assert window.footer.saved.text() == before
    first, second = program.events()
    assert (second.what, second.task, second.step) == ("tick", "toggle", "switch")
    assert (first.at, second.revision) == ("2026-11-23T10:42:00+00:00", 3)


def test_after_a_tick_the_focus_goes_to_the_next_open_step(program: "Program") -> None:
    program.start()
    program.tick("toggle", "open")
    assert focused(program) == "tick toggle switch"
    program.tick("toggle", "switch")
    program.tick("toggle", "reload")
    assert focused(program) == "tick objection send"
    assert program.page.current == ("objection", "send")


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
    with program.bot.waitSignal(window.store.saved):
        keys(program, Key.Undo)
    assert not program.row("toggle", "open").box.isChecked()
    assert focused(program) == "tick toggle open"
    assert not window.footer.undo.isVisible()
    with program.bot.waitSignal(window.store.saved):
        keys(program, Key.Redo)
    assert program.row("toggle", "open").box.isChecked()
    assert [event.what for event in program.events()] == ["tick", "undo", "undo"]


def test_undo_in_the_footer(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    with program.bot.waitSignal(window.store.saved):
        program.press(window.footer.undo)
    assert not program.row("toggle", "open").box.isChecked()


def test_the_open_step_is_ticked_by_its_command(program: "Program") -> None:
    window = program.start()
    with program.bot.waitSignal(window.store.saved):
        keys(program, "Ctrl+Return")
    assert program.whats() == ["tick open"]
    keys(program, "Ctrl+J")
    assert program.page.current == ("toggle", "switch")


def test_numbers_and_groups_follow_what_is_done(program: "Program") -> None:
    window = program.start("bakery")
    assert window.top_bar._done.text() == "0 of 5 services done"
    program.tick("toggle", "switch")
    assert window.top_bar._done.text() == "1 of 5 services done"
    assert spoken(program, "Bakery") == "Bakery, Done, as stated by you"
    assert "Switched off" in program.words()
    program.press(button(program, "Done 1"))
    assert listed(program) == ["Done", "Bakery"]
    program.press(button(program, "Waiting 0"))
    assert "Nothing here now. Choose “All” to see every service." in program.words()


def test_a_note_is_saved_when_its_field_is_left(program: "Program") -> None:
    window = program.start()
    program.press(button(program, "Add a note"))
    details = program.row("toggle", "open").details
    assert details is not None
    assert details.note.hasFocus()
    QTest.keyClicks(details.note, "The row was further down.")
    assert program.events() == ()
    with program.bot.waitSignal(window.store.saved):
        window.side.search.setFocus()
    (event,) = program.events()
    assert (event.what, event.note) == ("note", "The row was further down.")


def test_closing_saves_the_note_that_is_being_written(program: "Program") -> None:
    program.start()
    program.press(button(program, "Add a note"))
    details = program.row("toggle", "open").details
    assert details is not None
    QTest.keyClicks(details.note, "Half a sentence")
    program.close()
    assert [event.note for event in program.events()] == ["Half a sentence"]


def test_a_note_comes_back_with_its_step(program: "Program") -> None:
    program.start()
    program.press(button(program, "Add a note"))
    details = program.row("toggle", "open").details
    assert details is not None
    QTest.keyClicks(details.note, "Here")
    program.close()
    program.start()
    details = program.row("toggle", "open").details
    assert details is not None
    assert details.note.isVisible()
    assert details.note.toPlainText() == "Here"


# Objections


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
    assert "Sent on 2026-11-20, case number 4711/26." in program.words()
    for step in ("open", "switch", "reload"):
        program.tick("toggle", step)
    assert spoken(program, "Switchboard") == "Switchboard, Waiting for an answer"
    assert window.top_bar._waiting.text() == "1 waiting for an answer"

    program.press(program.row("objection", "answer").box)
    answer = program.dialog(AnswerDialog)
    answer.answer.setCurrentText("They refused it")
    program.accept(answer)
    assert "Objection refused" in program.words()
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
    program.press(button(program, "Note the date…"))
    again = program.dialog(SentDialog)
    assert again.reference.text() == "wrong"
    again.reference.setText("right")
    program.accept(again)
    assert "case number right" in program.words()


# What is not there


def test_could_not_find_asks_why_shows_other_ways_and_is_recorded(
    program: "Program", browser: "Browser"
) -> None:
    program.start()
    program.press(button(program, "I don’t see this"))
    dialog = program.dialog(NotFoundDialog)
    words = program.words(dialog)
    for told in ("The row is shown only where it applies.", "In the app.", "As of August 2026."):
        assert told in words
    paths = words.replace("\u2068", "").replace("\u2069", "")
    assert "Another way, in a browser: Me › Settings › Data privacy" in paths
    assert "Another way, on an iPhone or iPad: You › Settings on the telephone" in paths
    program.press(program.find(QAbstractButton, "Open help.example.com in your browser", dialog))
    assert browser.opened == ["https://help.example.com/ios"]
    reasons = dialog.findChildren(QRadioButton)
    assert len(reasons) == 7
    program.press(program.find(QRadioButton, "I am asked to sign in", dialog))
    assert "Sign in in your browser" in program.words(dialog)
    dialog.note.setPlainText("A blank page.")
    program.accept(dialog)
    (event,) = program.events()
    assert (event.what, event.value, event.note) == ("could-not-find", "sign-in", "A blank page.")
    assert "You could not find this." in program.words()
    assert spoken(program, "Switchboard").endswith("something could not be found")


def test_a_task_can_be_skipped_or_not_offered_and_taken_up_again(program: "Program") -> None:
    window = program.start()
    first = program.page.sections[0]
    with program.bot.waitSignal(window.store.saved):
        program.press(program.find(QAbstractButton, "Not offered to me", first))
    assert "Not offered to you" in program.words(first)
    with program.bot.waitSignal(window.store.saved):
        program.press(program.find(QAbstractButton, "Take this back: do the task after all", first))
    assert "0 of 3 done" in program.words(first)
    with program.bot.waitSignal(window.store.saved):
        program.press(program.find(QAbstractButton, "Skip this task", first))
    assert "Skipped" in program.words(first)
    values = [(event.what, event.value) for event in program.events()]
    assert values == [("outcome", "not-offered"), ("outcome", ""), ("outcome", "skipped")]


# Who, and where


def test_the_region_changes_what_applies(program: "Program") -> None:
    window = program.start()
    program.press(button(program, "Say where you live…"))
    dialog = program.dialog(PersonDialog)
    dialog.region.setCurrentText("Hong Kong")
    dialog.name.setText("Kim")
    dialog.accept()
    program.settle()
    assert "Hong Kong: does not apply" in program.words()
    assert window.footer.person.text() == "You live in: Hong Kong · For: Kim"
    model = listed(program)
    assert model.index("Lighthouse") < model.index("Guides that cannot be read")
    assert "Members in Hong Kong have no switch." in program.words()
    assert not program.row("toggle", "open").isVisible()
    program.press(program.find(QAbstractButton, "Show this task all the same"))
    assert program.row("toggle", "open").isVisible()
    assert read_people(program.folders)[0].region == "HK"


def test_an_unknown_place_keeps_the_region_as_it_was(program: "Program") -> None:
    program.start(region="DE")
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    dialog.region.setCurrentText("Atlantis")
    dialog.accept()
    program.settle()
    assert read_people(program.folders)[0].region == "DE"


def test_a_second_person_has_ticks_of_their_own(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    program.press(program.find(QAbstractButton, "Add another person", dialog))
    dialog.name.setText("Grandmother")
    dialog.accept()
    program.settle()
    assert window.footer.person.text() == "You live in: not said · For: Grandmother"
    assert not program.row("toggle", "open").box.isChecked()
    program.tick("toggle", "open")
    program.tick("toggle", "switch")
    assert program.whats() == ["tick open"]
    other = window.store.person.id
    program.close()

    program.start(person="me")
    assert not program.row("toggle", "switch").box.isChecked()
    program.close()
    program.start(person=other)
    assert program.row("toggle", "switch").box.isChecked()


def test_a_second_account_has_ticks_of_its_own(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")

    def name_it() -> None:
        dialog = program.dialog(QInputDialog)
        dialog.setTextValue("work@example.com")
        dialog.accept()

    QTimer.singleShot(0, name_it)
    program.choose("account")
    box = program.find(QComboBox, "Account")
    assert [box.itemText(row) for row in range(box.count())] == [
        "first account",
        "work@example.com",
    ]
    assert not program.row("toggle", "open").box.isChecked()
    program.tick("toggle", "open")
    program.tick("toggle", "switch")
    (_, second) = accounts_of(window.store.person, "switchboard")
    assert len(program.events(account=second.id)) == 2
    assert len(program.events()) == 1
    box = program.find(QComboBox, "Account")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    program.settle()
    assert not program.row("toggle", "switch").box.isChecked()


# What is kept for the next start


def test_text_size_is_kept(program: "Program") -> None:
    window = program.start()
    usual = QApplication.font().pointSizeF()
    keys(program, Key.ZoomIn)
    keys(program, Key.ZoomIn)
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 1.2)
    large = window.page.head.name.fontMetrics().height()
    program.close()
    window = program.start()
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 1.2)
    assert window.page.head.name.fontMetrics().height() == large
    keys(program, Key.ZoomOut)
    assert read_settings(program.folders).text_size == 110
    keys(program, "Ctrl+0")
    assert QApplication.font().pointSizeF() == pytest.approx(usual)
    assert window.page.head.name.fontMetrics().height() < large


def test_the_menu_marks_the_colours_in_force(program: "Program") -> None:
    program.start()
    program.choose("colours_dark")
    program.close()
    actions = program.start().menu.actions
    assert [name for name, action in actions.items() if action.isChecked()] == ["colours_dark"]


def test_colours_are_kept(program: "Program") -> None:
    program.start()
    program.choose("colours_dark")
    assert program.window.palette().window().color().name() == DARK.window
    program.close()
    window = program.start()
    assert window.palette().window().color().name() == DARK.window


def test_the_place_of_the_window_is_kept(program: "Program") -> None:
    window = program.start()
    window.setGeometry(60, 80, 1111, 777)
    program.settle()
    program.close()
    assert program.make().geometry() == QRect(60, 80, 1111, 777)


def test_the_last_service_is_opened_again(program: "Program") -> None:
    program.start()
    program.open("bakery")
    program.close()
    assert program.start("").slug == "bakery"


# Finding


def test_search_finds_by_another_name_and_by_a_step(program: "Program") -> None:
    window = program.start("bakery")
    keys(program, Key.Find)
    assert focused(program) == "search"
    QTest.keyClicks(window.side.search, "exchange")
    assert listed(program) == ["Up next", "Switchboard"]
    QTest.keyClick(window.side.search, Qt.Key.Key_Return)
    program.settle()
    assert window.slug == "switchboard"
    window.side.search.setText("conversations")
    assert listed(program) == ["Up next", "Bakery"]
    window.side.search.clear()
    assert "Lighthouse" in listed(program)


def test_an_empty_search_says_what_to_do(program: "Program") -> None:
    window = program.start()
    window.side.search.setText("zzzz qqqq")
    assert not window.side.list.isVisible()
    assert (
        "Nothing found for “zzzz qqqq”. Try the name of the company, or fewer letters."
        in program.words()
    )


def test_no_guides_at_all_says_what_to_do(program: "Program") -> None:
    for file in (program.guides or Path()).glob("*.toml"):
        file.unlink()
    program.make().show()
    program.settle()
    assert "There are no guides here. Install the program again" in program.words()


def test_the_list_is_walked_by_keyboard(program: "Program") -> None:
    window = program.start("bakery")
    window.side.list.setFocus()
    QTest.keyClick(window.side.list, Qt.Key.Key_Down)
    program.settle()
    assert window.slug == "langwierig"


def test_control_k_finds_a_command_and_runs_it(program: "Program") -> None:
    program.start()
    keys(program, "Ctrl+K")
    dialog = program.dialog(FindCommandDialog)
    QTest.keyClicks(dialog.field, "larger")
    assert dialog.listed.count() == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    program.settle()
    assert read_settings(program.folders).text_size == 110


# Links and pictures


def test_the_page_of_a_step_opens_and_is_copied(program: "Program", browser: "Browser") -> None:
    window = program.start()
    program.press(button(program, "Open example.com in your browser"))
    keys(program, Key.Open)
    assert browser.opened == ["https://www.example.com/settings/ai?tab=1"] * 2
    assert "www.example.com opens in your browser." in window.messages.label.text()
    keys(program, "Ctrl+Shift+C")
    assert QApplication.clipboard().text() == "https://www.example.com/settings/ai?tab=1"
    program.press(button(program, "Copy text"))
    assert QApplication.clipboard().text() == "Data privacy"
    program.press(button(program, "Close the message"))
    assert not window.messages.isVisible()


def test_the_picture_shows_before_and_after(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    picture = window.page.picture
    assert picture is not None
    assert picture.isVisible()
    before = picture.view.grab().toImage()
    words = program.words(picture)
    program.press(picture.after)
    assert picture.view.grab().toImage() != before
    assert program.words(picture) != words
    program.press(picture.before)
    assert picture.view.grab().toImage() == before
    program.tick("toggle", "switch")
    assert not picture.isVisible()


# What leaves, and what is deleted


def test_the_report_is_written_to_the_file_that_was_named(
    program: "Program", tmp_path: Path
) -> None:
    program.start(region="DE")
    program.tick("toggle", "open")
    keys(program, "Ctrl+E")
    save_as(program, tmp_path / "my report")
    html = (tmp_path / "my report.html").read_text(encoding="utf-8")
    assert "Switchboard" in html
    assert 'datetime="2026-11-23T10:42:00+00:00"' in html
    assert str(tmp_path / "my report.html") in program.window.messages.label.text()


def test_all_data_is_listed_exported_and_deleted(program: "Program", tmp_path: Path) -> None:
    window = program.start()
    program.tick("toggle", "open")
    program.choose("my_data")
    dialog = program.dialog(MyDataDialog)
    shown = dialog.findChild(QListWidget)
    assert shown is not None
    files = [shown.item(row).text() for row in range(shown.count())]
    assert any(name.endswith(".jsonl") for name in files)

    program.press(dialog.export_button)
    save_as(program, tmp_path / "mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        assert len(archive.namelist()) == len(files)

    program.press(dialog.delete_button)
    asked = program.dialog(DeleteDialog)
    assert f"{len(files)} files are deleted for good." in program.words(asked)
    assert not asked.button.isDefault()
    asked.reject()
    program.settle()
    assert all(Path(name).exists() for name in files)
    program.press(dialog.delete_button)
    program.press(program.dialog(DeleteDialog).button)
    program.settle()
    assert not any(Path(name).exists() for name in files)
    assert not program.row("toggle", "open").box.isChecked()
    assert f"{len(files)} files were deleted." in window.messages.label.text()
