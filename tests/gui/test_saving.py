"""Where saving fails, the window says so and claims nothing; what was saved stays."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from optout_desktop.base.log import log_file

if TYPE_CHECKING:
    from tests.gui.conftest import Program

LIMIT_HINT = "Free some space and try again. What was saved before is still there."


@contextmanager
def full_disk(file: Path) -> Iterator[None]:
    """Let no file of this process become longer than ``file`` is now."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 10, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def only_log(program: "Program") -> Path:
    (log,) = program.folders.data.rglob("*.jsonl")
    return log


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files.")
def test_on_a_full_disk_the_tick_goes_back_and_a_message_says_what_to_do(
    program: "Program",
) -> None:
    window = program.start()
    program.tick("toggle", "open")
    saved = only_log(program).read_bytes()
    with full_disk(only_log(program)), program.bot.waitSignal(window.state.trouble):
        program.press(program.row("toggle", "switch").box)
    program.settle()
    assert not program.row("toggle", "switch").box.isChecked()
    assert program.row("toggle", "open").box.isChecked()
    assert window.messages.isVisible()
    assert window.messages.label.text().startswith("The disk is full")
    assert window.messages.label.text().endswith(LIMIT_HINT)
    assert window.footer.saved.text() == "Not saved"
    assert only_log(program).read_bytes() == saved

    program.tick("toggle", "switch")
    assert program.whats() == ["tick open", "tick switch"]


@pytest.mark.parametrize("error", [MemoryError, ZeroDivisionError, SystemExit])
def test_an_unforeseen_error_while_saving_is_told_and_takes_no_other_tick(
    program: "Program", monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    window = program.start()
    errors = [error()]
    sync = os.fsync

    def fail_once(file: int) -> None:
        if errors:
            raise errors.pop()
        sync(file)

    monkeypatch.setattr(os, "fsync", fail_once)
    footer = []
    window.state.not_saved.connect(lambda: footer.append(window.footer.saved.text()))
    with program.bot.waitSignals([window.state.unforeseen, window.state.saved, window.state.saved]):
        for step in ("open", "switch", "reload"):
            window.steps.tick("toggle", step)
    program.settle()
    assert footer == ["Not saved"]
    assert "could not be saved" in window.messages.label.text()
    assert window.messages.copy_button.isVisible()
    assert error.__name__ in log_file(program.folders).read_text(encoding="utf-8")
    steps = ("open", "switch", "reload")
    assert [program.row("toggle", step).box.isChecked() for step in steps] == [False, True, True]
    assert program.whats() == ["tick switch", "tick reload"]

    program.tick("toggle", "open")
    assert "Saved on this computer" in window.footer.saved.text()
    program.close()
    assert program.whats() == ["tick switch", "tick reload", "tick open"]


def test_a_folder_that_cannot_be_used_takes_no_tick(program: "Program") -> None:
    taken = program.folders.data / "progress" / "me"
    taken.mkdir(parents=True)
    (taken / "switchboard").write_text("not a folder")
    window = program.start()
    with program.bot.waitSignal(window.state.trouble):
        program.press(program.row("toggle", "open").box)
    program.settle()
    assert not program.row("toggle", "open").box.isChecked()
    assert "cannot be used" in window.messages.label.text()
    assert window.footer.saved.text() == "Not saved"
    assert (taken / "switchboard").read_text() == "not a folder"


def test_a_read_only_folder_takes_no_tick(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    log = only_log(program)
    log.chmod(0o400)
    if is_writable(log):
        pytest.skip("This user may write to everything.")
    with program.bot.waitSignal(window.state.trouble):
        program.press(program.row("toggle", "switch").box)
    program.settle()
    assert not program.row("toggle", "switch").box.isChecked()
    assert "Allow it to write there" in window.messages.label.text()
    assert program.whats() == ["tick open"]


def is_writable(file: Path) -> bool:
    try:
        file.open("ab").close()
    except PermissionError:
        return False
    return True


def test_a_note_that_cannot_be_saved_is_still_in_its_field(program: "Program") -> None:
    taken = program.folders.data / "progress" / "me"
    taken.mkdir(parents=True)
    (taken / "switchboard").write_text("not a folder")
    window = program.start()
    details = program.row("toggle", "open").details
    assert details is not None
    program.press(details.note_button)
    details.note.setPlainText("A long thought")
    with program.bot.waitSignal(window.state.trouble):
        window.side.search.setFocus()
    program.settle()
    assert details.note.toPlainText() == "A long thought"


def test_closing_right_after_ticking_loses_nothing(program: "Program") -> None:
    window = program.start()
    for step in ("open", "switch", "reload"):
        window.steps.tick("toggle", step)
    program.close()
    assert program.whats() == ["tick open", "tick switch", "tick reload"]


def test_a_saving_thread_that_has_ended_is_started_anew(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    (thread,) = [thread for thread in threading.enumerate() if thread.name == "saver"]
    window.state._saver._waiting.put(None)
    thread.join()
    program.tick("toggle", "switch")
    assert program.whats() == ["tick open", "tick switch"]


def test_settings_that_cannot_be_written_do_not_keep_the_window_open(program: "Program") -> None:
    program.folders.settings.write_text("not a folder")
    program.start()
    program.choose("larger")
    assert program.window.messages.isVisible()
    program.tick("toggle", "open")
    program.close()
    assert program.whats() == ["tick open"]


def test_a_damaged_line_is_told_and_the_rest_is_there(program: "Program") -> None:
    program.start()
    program.tick("toggle", "open")
    program.close()
    with only_log(program).open("ab") as log:
        log.write(b"{torn\n")
    window = program.start()
    assert program.row("toggle", "open").box.isChecked()
    assert window.messages.isVisible()
    program.close()
    assert not program.start().messages.isVisible()
