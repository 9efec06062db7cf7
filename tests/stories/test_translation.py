"""A translation that somebody adds: both doors, the report and Qt's own texts take it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

ROOT = Path(__file__).parents[2]
GERMAN = {
    "Facts as of {date}": "Stand: {date}",
    "Opt-out report of {date}": "Bericht vom {date}",
    "Cancel": "Abbrechen",
}
WINDOW = """
from PySide6.QtWidgets import QDialogButtonBox
from optout_desktop.base.locales import and_list
from optout_desktop.base.paths import guides_folder, person_folders
from optout_desktop.gui.application import create
from optout_desktop.guides.library.library import Library
from optout_desktop.situation.regions import region_name

application, window = create(person_folders(), Library((guides_folder(),)))
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Discard)
print(and_list(["a", "b", "c"]), region_name("AT"), box.buttons()[0].text(), sep="; ")
window.close()
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a checkout in which somebody translates into German."""
    folder = tmp_path_factory.mktemp("checkout")
    for part in ("optout_desktop", "resources", "guides/linkedin", "tests/languages"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    texts = folder / "resources" / "languages" / "de" / "LC_MESSAGES"
    texts.mkdir(parents=True)
    catalog = Catalog(locale="de")
    for message, translation in GERMAN.items():
        catalog.add(message, translation)
    with (texts / "optout-desktop.po").open("wb") as file:
        write_po(file, catalog)
    with (texts / "optout-desktop.mo").open("wb") as file:
        write_mo(file, catalog)
    said(folder, "-m", "tests.languages.locales")
    return folder


def said(checkout: Path, *arguments: str) -> str:
    """Run something in the checkout, on a computer that speaks the German of Austria."""
    environment = {
        **os.environ,
        "LC_ALL": "de_AT.UTF-8",
        "LANGUAGE": "",
        "OPTOUT_LANGUAGE": "",
        "OPTOUT_DATA_DIR": str(checkout / "data"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(checkout),
    }
    program = [sys.executable, "-P", *arguments]
    done = subprocess.run(
        program, env=environment, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    return done.stdout


def test_the_terminal_writes_german_dates_in_german_sentences(checkout: Path) -> None:
    shown = said(checkout, "-m", "optout_desktop", "show", "linkedin")
    assert "Stand: 22. Aug. 2026" in shown


def test_the_report_says_that_it_is_german(checkout: Path) -> None:
    file = checkout / "report.html"
    said(checkout, "-m", "optout_desktop", "report", "--service", "linkedin", "-o", str(file))
    page = file.read_text(encoding="utf-8")
    assert '<html lang="de" dir="ltr">' in page
    assert "<title>Bericht vom " in page


def test_the_window_joins_names_and_asks_in_german(checkout: Path) -> None:
    assert said(checkout, "-c", WINDOW) == "a, b und c; Österreich; Verwerfen\n"
