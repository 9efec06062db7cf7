"""The system's language changes no word of a program that has no texts in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

GUIDES = Path(__file__).parents[1] / "data" / "gui-guides"
SHOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDateEdit, QDialogButtonBox, QLabel
from optout_desktop.base.paths import person_folders
from optout_desktop.gui.application import create
from optout_desktop.guides.library.library import Library

application, window = create(person_folders(), Library((Path(sys.argv[1]),)), "switchboard")
window.guide_shown.connect(application.quit)
window.show()
QTimer.singleShot(30_000, application.quit)
application.exec()
for label in window.findChildren(QLabel):
    print(label.text())
print(QDateEdit().displayFormat())
print(application.layoutDirection().name)
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(box.buttons()[0].text())
window.close()
"""
SYSTEMS = ("C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8", "tr_TR.UTF-8")


def said(tmp_path: Path, system: str, *arguments: str) -> str:
    environment = {
        **os.environ,
        "LC_ALL": system,
        "LANGUAGE": system.partition(".")[0],
        "OPTOUT_DATA_DIR": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONUTF8": "1",
    }
    program = [sys.executable, *arguments]
    done = subprocess.run(
        program, env=environment, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8"
    )
    return done.stdout


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("data")
    return {system: said(folder, system, "-c", SHOW, str(GUIDES)) for system in SYSTEMS}


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_window_is_english_down_to_its_dates(windows: dict[str, str], system: str) -> None:
    shown = windows[system]
    assert "Switchboard" in shown
    assert "21 August 2026" in shown
    assert "LeftToRight" in shown
    assert "Cancel" in shown
    assert shown == windows["C.UTF-8"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_terminal_and_its_report_are_english(tmp_path: Path, system: str) -> None:
    report = tmp_path / "report.html"
    door = ("-m", "optout_desktop")
    shown = said(tmp_path, system, *door, "show", "linkedin")
    assert shown == said(tmp_path, "C.UTF-8", *door, "show", "linkedin")
    said(tmp_path, system, *door, "report", "--service", "linkedin", "-o", str(report))
    assert '<html lang="en" dir="ltr">' in report.read_text(encoding="utf-8")


def test_a_language_without_texts_in_the_settings_claims_nothing(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('language = "de"\n', encoding="utf-8")
    report = tmp_path / "report.html"
    door = ("-m", "optout_desktop")
    said(tmp_path, "C.UTF-8", *door, "report", "--service", "linkedin", "-o", str(report))
    assert '<html lang="en" dir="ltr">' in report.read_text(encoding="utf-8")
