"""Every window and dialog in two languages that nobody speaks: no English, nothing cut."""

import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QDialog, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.dialogs.my_data import MyDataDialog
from optout_desktop.gui.parts.fold import Fold
from optout_desktop.gui.preview import open_preview
from optout_desktop.progress.settings import change_settings
from tests.gui.conftest import NOW
from tests.gui.test_layout import problems
from tests.languages.greek import english_in, vocabulary, write_greek

if TYPE_CHECKING:
    from tests.gui.conftest import Program

DATA = Path(__file__).parents[1] / "data"
GUIDES = [
    *(DATA / "gui-guides" / name for name in ("switchboard", "langwierig", "lighthouse", "bakery")),
    *(DATA / "guides" / "good" / name for name in ("broad", "example")),
    *(DATA / "renamed" / name for name in ("sora", "superhuman")),
]
SERVICES = [guide.name for guide in GUIDES]
LANGUAGES = ("en-XA", "ar-XB")
LARGEST = 200
"""Percent of the usual text size: what fits so fits always."""
KEYS = re.compile(r"\b((Alt|Ctrl|Shift)\+)+(\w+|[+-])")
"""Names of keys, which Qt translates as each system has them."""
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
TEXTS = (
    *("text", "title", "windowTitle", "placeholderText", "toolTip", "statusTip", "whatsThis"),
    *("accessibleName", "accessibleDescription", "toPlainText", "prefix", "suffix"),
)


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    folder = tmp_path / "guides"
    for guide in GUIDES:
        write_greek(guide / "guide.toml", folder)
    return folder


def texts(inside: QWidget) -> Iterator[str]:
    """Read all that is seen, shown as a tip or spoken of a window."""
    found: list[QObject] = [inside, *inside.findChildren(QObject)]
    for one in found:
        if isinstance(one, QWidget) and one.window() is not inside.window():
            continue
        for name in TEXTS if isinstance(one, QWidget | QAction) else ():
            read = getattr(one, name, None)
            if callable(read):
                yield str(read())
        model = one.model() if isinstance(one, QAbstractItemView) else None
        if model is not None:
            for row, role in product(range(model.rowCount(QModelIndex())), ROLES):
                yield str(model.index(row, 0).data(role) or "")


def english(inside: QWidget) -> list[str]:
    return sorted({text for text in texts(inside) if english_in(KEYS.sub("", text))})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("service", SERVICES)
def test_a_page_has_no_english_and_fits(program: "Program", service: str, language: str) -> None:
    change_settings(program.folders, language=language, text_size=LARGEST)
    window = program.start(service, region="US-CA")
    unfold(window.page)
    program.settle()
    assert english(window) == []
    found = []
    for width in (480, 1280):
        window.resize(width, 900)
        program.settle()
        found += [f"{width}: {problem}" for problem in problems(window)]
    assert "\n".join(found) == ""


def unfold(page: QWidget) -> None:
    """Open everything on a page that is folded."""
    for fold in page.findChildren(Fold):
        fold.unfold()


DIALOGS = (
    *("person", "my_data", "find_command", "not_found", "account", "about", "export_report"),
    *("sent", "answered", "delete"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", DIALOGS)
def test_a_dialog_has_no_english_and_fits(program: "Program", which: str, language: str) -> None:
    change_settings(program.folders, language=language, text_size=LARGEST)
    window = program.start("switchboard", region="US-CA")
    titles, found = [], []

    def look() -> None:
        dialog = program.dialog(QDialog)
        if which == "delete" and isinstance(dialog, MyDataDialog):
            QTimer.singleShot(0, look)
            dialog.delete_button.click()
            return
        titles.append(dialog.windowTitle())
        for choice in dialog.findChildren(QRadioButton) or (None,):
            if choice:
                choice.click()
            # What Qt lists by itself are folders of this computer.
            if which != "export_report":
                found.extend(english(dialog))
            for width in (0, 480) if isinstance(dialog, Dialog) else ():
                dialog.resize(width or dialog.width(), dialog.height())
                program.settle()
                found.extend(f"{width}: {problem}" for problem in problems(dialog))
        dialog.reject()

    # Some dialogs wait until they are closed.
    QTimer.singleShot(0, look)
    if which in {"sent", "answered"}:
        window.steps.ask_record("objection", {"sent": "send", "answered": "answer"}[which])
    else:
        program.choose("my_data" if which == "delete" else which)
    program.bot.waitUntil(lambda: bool(titles))
    program.settle()
    assert [title for title in titles if not title or english_in(title)] == []
    assert "\n".join(found) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_goes_wrong_is_told_without_english(program: "Program", language: str) -> None:
    assert program.guides is not None
    shutil.copytree(DATA / "gui-guides" / "broken", program.guides / "broken")
    change_settings(program.folders, language=language)
    (program.folders.data / "people").mkdir(parents=True)
    (program.folders.data / "people" / "me.toml").write_bytes(b"\x00")
    window = program.start("switchboard")
    assert window.messages.isVisible()
    window.open_service("broken")
    program.settle()
    left = english(window)
    assert [text for text in left if "broken" not in text and "toml" not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_window_has_no_english(
    program: "Program", language: str, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "none").mkdir()
    program.guides = tmp_path / "none"
    change_settings(program.folders, language=language)
    window = program.make()
    with qtbot.waitExposed(window):
        window.show()
    program.settle()
    assert english(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_preview_has_no_english(
    monkeypatch: pytest.MonkeyPatch, guides: Path, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    monkeypatch.setenv("OPTOUT_LANGUAGE", language)
    preview = open_preview(guides / "switchboard" / "guide.toml", tmp_path / "kept", lambda: NOW)
    window = preview.parent()
    assert isinstance(window, QWidget)
    with qtbot.waitExposed(window):
        window.show()
    preview.show_file()
    keys = {*vocabulary(), "switchboard"}
    left = [text for text in english(window) if english_in(re.sub("“[^”]*”", "", text), keys)]
    window.close()
    assert left == []
