"""What leaves the program, and what is deleted: only as the person says."""

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QListWidget,
)

from optout_desktop.gui.dialogs.my_data import DeleteDialog, MyDataDialog

if TYPE_CHECKING:
    from tests.gui.conftest import Program


def save_as(program: "Program", file: Path) -> None:
    """Name a file in the dialog that asks for one."""
    dialog = program.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(str(file))
    with program.bot.waitSignal(program.window.exports.told):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_report_is_written_to_the_file_that_was_named(
    program: "Program", tmp_path: Path
) -> None:
    program.start(region="DE")
    program.tick("toggle", "open")
    program.keys("Ctrl+E")
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
        kept = {Path(name).name for name in archive.namelist()}
    # Qt's file dialog may have left its own state in our folder since the list was made.
    assert {Path(name).name for name in files} <= kept

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
