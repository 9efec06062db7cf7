from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from optout_desktop.base.paths import guides_folder
from optout_desktop.gui.frame.window import MainWindow
from optout_desktop.gui.preview import Preview, open_preview
from tests.guide_folders import copy_guide


@pytest.fixture
def preview(qtbot: QtBot, tmp_path: Path) -> Iterator[Preview]:
    file = copy_guide(guides_folder() / "linkedin" / "guide.toml", tmp_path)
    made = open_preview(file, tmp_path / "data")
    window = window_of(made)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.guide_shown):
        made.show_file()
    yield made
    window.close()


def window_of(preview: Preview) -> MainWindow:
    window = preview.parent()
    assert isinstance(window, MainWindow)
    return window


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def title(preview: Preview) -> str:
    return window_of(preview).open_step.checklist.tasks[0].title


def wait_for_title(qtbot: QtBot, preview: Preview, name: str) -> None:
    qtbot.waitUntil(lambda: title(preview) == name)


def found(preview: Preview) -> list[str]:
    return [preview.findings.item(row).text() for row in range(preview.findings.count())]


def test_a_save_is_shown(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    assert found(preview) == []
    change(
        tmp_path / "linkedin" / "guide.toml", "Switch off generative-AI training", "Another title"
    )
    qtbot.waitUntil(lambda: title(preview) == "Another title")


def test_mistakes_stand_beside_the_last_good_state(
    qtbot: QtBot, preview: Preview, tmp_path: Path
) -> None:
    file = tmp_path / "linkedin" / "guide.toml"
    change(file, "minutes = 2", "minuts = 2")
    qtbot.waitUntil(lambda: len(found(preview)) == 2)
    assert any("Did you mean “minutes”?" in words for words in found(preview))
    assert title(preview) == "Switch off generative-AI training"
    change(file, "minuts = 2", "minutes = 2")
    qtbot.waitUntil(lambda: found(preview) == [])


def test_an_editor_that_replaces_the_file_is_followed(
    qtbot: QtBot, preview: Preview, tmp_path: Path
) -> None:
    file = tmp_path / "linkedin" / "guide.toml"
    for name in ("First title", "Second title"):
        text = file.read_text("utf-8").replace(title(preview), name, 1)
        fresh = tmp_path / "linkedin.toml.new"
        fresh.write_text(text, "utf-8")
        fresh.replace(file)
        wait_for_title(qtbot, preview, name)


def test_a_save_beside_the_guide_is_shown_too(
    qtbot: QtBot, preview: Preview, tmp_path: Path
) -> None:
    change(tmp_path / "linkedin" / "background.toml", "What the models are for", "Another fact")
    window = window_of(preview)
    qtbot.waitUntil(lambda: window.open_step.checklist.facts[0].title == "Another fact")
