"""Renamed and retired services in the window."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from optout_desktop.guides.library.index import shipped_index
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.settings import change_settings
from tests.entries import entry

if TYPE_CHECKING:
    from tests.gui.conftest import Program

DATA = Path(__file__).parents[1] / "data" / "renamed"
TICK = entry("tick", "toggle", "open", "2025-06-01T10:00:00+02:00")
OLD = LogKey("me", "grammarly", "main")


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "guides"))


def test_the_service_that_was_shown_last_leads_on(program: "Program") -> None:
    change_settings(program.folders, last_service="grammarly")
    assert program.start("").slug == "superhuman"


def test_the_head_says_what_the_service_was_called(program: "Program") -> None:
    program.start("grammarly")
    words = program.words(program.content.head)
    assert "Called Grammarly until 29 October 2025. The company took the name" in words
    assert "One name for all" in words


def test_what_was_done_under_the_old_name_is_ticked_and_goes_on(program: "Program") -> None:
    append(program.folders, OLD, [TICK])
    program.start("superhuman")
    assert program.row("toggle", "open").box.isChecked()
    assert "1 of 2 steps" in program.spoken("Superhuman")
    program.tick("toggle", "switch")
    assert "Done" in program.spoken("Superhuman")
    assert program.whats("superhuman") == ["tick switch"]
    assert program.whats("grammarly") == ["tick open"]
    program.choose("undo")
    assert not program.row("toggle", "switch").box.isChecked()


def test_an_old_tick_is_taken_back_in_the_window(program: "Program") -> None:
    append(program.folders, OLD, [TICK])
    window = program.start("superhuman")
    with program.bot.waitSignal(window.state.saved):
        program.press(program.row("toggle", "open").box)
    program.settle()
    program.close()
    program.start("superhuman")
    assert not program.row("toggle", "open").box.isChecked()


def test_what_another_computer_adds_under_the_old_name_is_seen(
    program: "Program", qtbot: QtBot
) -> None:
    append(program.folders, OLD, [TICK])
    program.start("superhuman")
    append(program.folders, OLD, [entry("tick", "toggle", "switch")])
    qtbot.waitUntil(program.row("toggle", "switch").box.isChecked)


def test_a_guide_that_the_index_does_not_know_yet_brings_its_old_ticks(
    program: "Program", guides: Path
) -> None:
    append(program.folders, OLD, [TICK])
    file = guides / "superhuman" / "guide.toml"
    text = file.read_bytes()
    # The same size, so that an index without times is believed until the guide is opened.
    file.write_bytes(text.replace(b'slug = "grammarly"', b'slug = "grammarlx"'))
    index = guides.parent / "index.json"
    index.write_bytes(shipped_index(guides))
    file.write_bytes(text)
    program.start("superhuman", library=Library((guides,), shipped=index))
    assert program.row("toggle", "open").box.isChecked()


def test_the_search_finds_the_old_name(program: "Program") -> None:
    window = program.start("superhuman")
    window.side.search.setText("Grammarly")
    assert program.listed() == ["Up next", "Superhuman"]


def test_a_retired_service_has_a_group_and_its_reason(program: "Program") -> None:
    window = program.start("superhuman")
    assert program.listed() == ["Up next", "Superhuman", "Discontinued", "Sora"]
    assert program.spoken("Sora") == "Sora, The company closed the service."
    to_do, _waiting, _done, every = (button.text() for button in window.side._buttons)
    assert (to_do, every) == ("To do 1", "All 2")
    assert "0 of 1 service" in program.words(window.top_bar)


def test_the_tasks_of_a_retired_service_can_still_be_opened(program: "Program") -> None:
    append(program.folders, LogKey("me", "sora", "main"), [TICK])
    program.start("sora")
    words = program.words(program.content.head)
    assert "Discontinued as of 26 April 2026. The company closed the service." in words
    assert "about" not in words
    assert program.row("toggle", "open").box.isChecked()
    program.window.open_step.open(("toggle", "switch"))
    program.settle()
    assert program.row("toggle", "switch").details is not None
