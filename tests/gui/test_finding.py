"""Finding a service or a command."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from optout_desktop.gui.dialogs.find_command import FindCommandDialog
from optout_desktop.guides.format.files import guide_files
from optout_desktop.progress.settings import read_settings

if TYPE_CHECKING:
    from tests.gui.conftest import Program

Key = QKeySequence.StandardKey


def test_search_finds_by_another_name_and_by_a_step(program: "Program") -> None:
    window = program.start("bakery")
    program.keys(Key.Find)
    assert program.focused() == "search"
    QTest.keyClicks(window.side.search, "exchange")
    assert program.listed() == ["Up next", "Switchboard"]
    QTest.keyClick(window.side.search, Qt.Key.Key_Return)
    program.settle()
    assert window.slug == "switchboard"
    window.side.search.setText("conversations")
    assert program.listed() == ["Up next", "Bakery"]
    window.side.search.clear()
    assert "Lighthouse" in program.listed()


def test_an_empty_search_says_what_to_do(program: "Program") -> None:
    window = program.start()
    window.side.search.setText("zzzz qqqq")
    assert not window.side.list.isVisible()
    assert (
        "Nothing found for “zzzz qqqq”. Try the name of the company, or fewer letters."
        in program.words()
    )
    program.bot.keyClick(window.side.search, Qt.Key.Key_Escape)
    assert window.side.search.text() == ""
    assert "Lighthouse" in program.listed()


def test_no_guides_at_all_says_what_to_do(program: "Program") -> None:
    for file in guide_files(program.guides):
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
    program.keys("Ctrl+K")
    dialog = program.dialog(FindCommandDialog)
    QTest.keyClicks(dialog.field, "larger")
    assert dialog.listed.count() == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    program.settle()
    assert read_settings(program.folders).text_size == 110
