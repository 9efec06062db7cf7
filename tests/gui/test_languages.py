"""Qt speaks with us: its own texts, its dates, and from which side everything is read."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog

from optout_desktop.base.languages import use_language
from optout_desktop.gui.languages import follow_language, speak_qt
from optout_desktop.progress.settings import change_settings

if TYPE_CHECKING:
    from tests.gui.conftest import Program

CANCEL = QDialogButtonBox.StandardButton.Cancel


def cancel_text() -> str:
    box = QDialogButtonBox(CANCEL)
    return box.button(CANCEL).text()


@pytest.mark.parametrize(
    ("code", "word"), [("de", "Abbrechen"), ("pt-BR", "Cancelar"), ("en", "Cancel")]
)
def test_qt_brings_its_own_texts(untouched: QApplication, code: str, word: str) -> None:
    use_language(["ar-XB"])
    follow_language(untouched)
    assert cancel_text() not in {"Cancel", "Abbrechen", "Cancelar"}
    use_language(())
    follow_language(untouched)
    speak_qt(untouched, code)
    assert cancel_text().replace("&", "") == word
    # What a shortcut is does not depend on the language that its keys are named in.
    assert QKeySequence("Ctrl+Shift+C").toString(QKeySequence.SequenceFormat.PortableText) == (
        "Ctrl+Shift+C"
    )
    follow_language(untouched)
    assert cancel_text() == "Cancel"


@pytest.mark.usefixtures("untouched")
def test_a_language_that_qt_does_not_have_keeps_its_english(qapp: QApplication) -> None:
    speak_qt(qapp, "el")
    assert QLocale().language() == QLocale.Language.Greek
    assert cancel_text() == "Cancel"


def test_the_window_takes_the_language_of_the_settings(program: "Program") -> None:
    change_settings(program.folders, language="ar-XB")
    window = program.start()
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_report_of_the_window_is_in_its_language(program: "Program", tmp_path: Path) -> None:
    change_settings(program.folders, language="ar-XB")
    window = program.start()
    program.choose("export_report")
    file = tmp_path / "report.html"
    with program.bot.waitSignal(window.exports.told):
        program.dialog(QFileDialog).fileSelected.emit(str(file))
    assert '<html lang="ar-XB" dir="rtl">' in file.read_text(encoding="utf-8")
    program.dialog(QFileDialog).reject()


def test_the_next_window_is_english_again(program: "Program") -> None:
    program.start()
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert cancel_text() == "Cancel"
