"""Who uses the window, where they live, and what is kept for their next start."""

from functools import partial
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QInputDialog,
)

from optout_desktop.base.palette import DARK
from optout_desktop.gui.dialogs.person import PersonDialog
from optout_desktop.progress.people import accounts_of, change_person, read_people
from optout_desktop.progress.settings import read_settings

if TYPE_CHECKING:
    from tests.gui.conftest import Program

Key = QKeySequence.StandardKey


def test_the_region_changes_what_applies(program: "Program") -> None:
    window = program.start()
    program.press(program.button("Say where you live…"))
    dialog = program.dialog(PersonDialog)
    dialog.region.setCurrentText("Hong Kong")
    dialog.name.setText("Kim")
    dialog.accept()
    program.settle()
    assert "Hong Kong: does not apply" in program.words()
    assert window.footer.person.text() == "Lives in: Hong Kong · For: Kim"
    model = program.listed()
    assert model.index("Lighthouse") < model.index("Guides that cannot be read")
    assert "Members in Hong Kong have no switch." in program.words()
    assert not program.row("toggle", "open").isVisible()
    program.press(program.find(QAbstractButton, "Show this task anyway"))
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


def test_what_the_dialog_cannot_show_stays_as_it_is(program: "Program") -> None:
    name = "N" * 100
    change_person(program.folders, "me", partial(replace, name=name, region="BR-SP"))
    program.start()
    program.choose("person")
    program.dialog(PersonDialog).accept()
    program.settle()
    assert (me := read_people(program.folders)[0]).region == "BR-SP"
    assert me.name == name
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    dialog.name.setText("Kim")
    program.accept(dialog)
    assert [(one.name, one.region) for one in read_people(program.folders)] == [("Kim", "BR-SP")]


def test_a_second_person_has_ticks_of_their_own(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    program.press(program.find(QAbstractButton, "Add another person", dialog))
    dialog.name.setText("Grandmother")
    dialog.accept()
    program.settle()
    assert window.footer.person.text() == "Lives in: not said · For: Grandmother"
    assert not program.row("toggle", "open").box.isChecked()
    program.tick("toggle", "open")
    program.tick("toggle", "switch")
    assert program.whats() == ["tick open"]
    other = window.state.person.id
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
    (_, second) = accounts_of(window.state.person, "switchboard")
    assert len(program.events(account=second.id)) == 2
    assert len(program.events()) == 1
    box = program.find(QComboBox, "Account")
    listed = program.spoken("Switchboard")
    program.bot.keyClick(box, Qt.Key.Key_Up)
    program.bot.keyClick(box.view(), Qt.Key.Key_Escape)
    program.settle()
    assert program.row("toggle", "switch").box.isChecked()
    box.setCurrentIndex(0)
    # The list and the numbers count the account that is shown.
    with program.bot.waitSignal(window.state.service_changed):
        box.activated.emit(0)
    program.settle()
    assert not program.row("toggle", "switch").box.isChecked()
    assert program.spoken("Switchboard") != listed


def test_text_size_is_kept(program: "Program") -> None:
    window = program.start()
    usual = QApplication.font().pointSizeF()
    program.keys(Key.ZoomIn)
    program.keys(Key.ZoomIn)
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 1.2)
    large = window.page.content.head.name.fontMetrics().height()
    program.close()
    window = program.start()
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 1.2)
    assert window.page.content.head.name.fontMetrics().height() == large
    program.keys(Key.ZoomOut)
    assert read_settings(program.folders).text_size == 110
    program.keys("Ctrl+0")
    assert QApplication.font().pointSizeF() == pytest.approx(usual)
    assert window.page.content.head.name.fontMetrics().height() < large


def test_the_menu_marks_the_colours_in_force(program: "Program") -> None:
    program.start()
    program.choose("colours_dark")
    program.close()
    actions = program.start().commands
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
