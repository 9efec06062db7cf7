"""Where saving fails, the window says so and claims nothing; what was saved stays."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest

from optout_desktop.base.log import log_file
from optout_desktop.base.paths import person_folders
from optout_desktop.progress.log import append
from optout_desktop.progress.log_key import LogKey
from tests.entries import entry

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
def test_on_a_full_disk_the_tick_stays_and_is_saved_when_there_is_room_again(
    program: "Program",
) -> None:
    window = program.start()
    program.tick("toggle", "open")
    saved = only_log(program).read_bytes()
    with full_disk(only_log(program)):
        for step in ("switch", "reload"):
            with program.bot.waitSignal(window.state.failed):
                program.press(program.row("toggle", step).box)
            program.settle()
            assert program.row("toggle", step).box.isChecked()
        assert window.messages.isVisible()
        assert window.messages.label.text().startswith("The disk is full")
        assert window.messages.label.text().endswith(LIMIT_HINT)
        assert window.footer.saved.text() == "Not saved: 2 changes"
        assert only_log(program).read_bytes() == saved
        # To try again while it is still full changes nothing.
        with program.bot.waitSignal(window.state.failed):
            program.press(window.footer.try_again)
        assert window.footer.saved.text() == "Not saved: 2 changes"

    with program.bot.waitSignal(window.state.saved):
        program.press(window.footer.try_again)
    program.settle()
    assert "✓ Saved on this computer" in window.footer.saved.text()
    assert not window.footer.try_again.isVisible()
    assert not window.messages.isVisible()
    assert program.whats() == ["tick open", "tick switch", "tick reload"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files.")
def test_what_is_done_next_takes_along_what_could_not_be_saved(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    with full_disk(only_log(program)), program.bot.waitSignal(window.state.failed):
        program.press(program.row("toggle", "switch").box)
    program.tick("toggle", "switch")
    assert program.whats() == ["tick open", "tick switch", "untick switch"]
    assert not program.row("toggle", "switch").box.isChecked()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files.")
def test_another_message_outlives_the_save_that_succeeds(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    with full_disk(only_log(program)), program.bot.waitSignal(window.state.failed):
        program.press(program.row("toggle", "switch").box)
    window.messages.show_news("Copied.")
    program.tick("toggle", "reload")
    assert window.messages.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files.")
def test_undo_takes_back_what_could_not_be_saved(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    with full_disk(only_log(program)), program.bot.waitSignal(window.state.failed):
        program.press(program.row("toggle", "switch").box)
    program.settle()
    program.choose("undo")
    assert not program.row("toggle", "switch").box.isChecked()
    assert program.row("toggle", "open").box.isChecked()
    assert window.state.unsaved() == ()
    assert program.whats() == ["tick open"]


@pytest.mark.parametrize("error", [MemoryError, ZeroDivisionError, SystemExit])
def test_an_unforeseen_error_while_saving_is_told_and_takes_no_tick(
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
    with program.bot.waitSignal(window.state.failed):
        program.press(program.row("toggle", "open").box)
    program.settle()
    assert footer == ["Not saved: 1 change"]
    assert "could not be saved" in window.messages.label.text()
    assert window.messages.copy_button.isVisible()
    assert error.__name__ in log_file(program.folders).read_text(encoding="utf-8")
    assert program.row("toggle", "open").box.isChecked()
    assert program.whats() == []

    program.tick("toggle", "switch")
    assert "Saved on this computer" in window.footer.saved.text()
    program.close()
    assert program.whats() == ["tick open", "tick switch"]


def test_what_was_done_while_a_save_failed_is_saved_with_it(
    program: "Program", monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.start()
    errors = [MemoryError()]
    sync = os.fsync

    def fail_once(file: int) -> None:
        if errors:
            raise errors.pop()
        sync(file)

    monkeypatch.setattr(os, "fsync", fail_once)
    told = []
    window.state.failed.connect(lambda: told.append(window.footer.saved.text()))
    with program.bot.waitSignal(window.state.saved):
        for step in ("open", "switch", "reload"):
            window.steps.tick("toggle", step)
    assert told == []
    assert program.whats() == ["tick open", "tick switch", "tick reload"]


def test_a_folder_that_cannot_be_used_saves_nothing_and_says_so(program: "Program") -> None:
    taken = no_folder(program)
    window = program.start()
    with program.bot.waitSignal(window.state.failed):
        program.press(program.row("toggle", "open").box)
    program.settle()
    assert program.row("toggle", "open").box.isChecked()
    assert "cannot be used" in window.messages.label.text()
    assert window.footer.saved.text() == "Not saved: 1 change"
    assert taken.read_text() == "not a folder"


def no_folder(program: "Program") -> Path:
    """Put a file where the folder of a service should be."""
    taken = program.folders.data / "progress" / "me" / "switchboard"
    taken.parent.mkdir(parents=True)
    taken.write_text("not a folder")
    return taken


def test_a_read_only_folder_saves_nothing_and_says_so(program: "Program") -> None:
    window = program.start()
    program.tick("toggle", "open")
    log = only_log(program)
    log.chmod(0o400)
    if is_writable(log):
        pytest.skip("This user may write to everything.")
    with program.bot.waitSignal(window.state.failed):
        program.press(program.row("toggle", "switch").box)
    program.settle()
    assert window.footer.saved.text() == "Not saved: 1 change"
    assert "Allow it to write there" in window.messages.label.text()
    assert program.whats() == ["tick open"]


def is_writable(file: Path) -> bool:
    try:
        file.open("ab").close()
    except PermissionError:
        return False
    return True


def test_a_note_that_cannot_be_saved_is_still_in_its_field(program: "Program") -> None:
    no_folder(program)
    window = program.start()
    details = program.row("toggle", "open").details
    assert details is not None
    program.press(details.note_button)
    QTest.keyClicks(details.note, "A long thought")
    with program.bot.waitSignal(window.state.failed):
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
    window.state._journals._saver._waiting.put(None)
    thread.join()
    program.tick("toggle", "switch")
    assert program.whats() == ["tick open", "tick switch"]


FINISHING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from optout_desktop.base.paths import Folders
from optout_desktop.gui.state.saver import Saver

application = QCoreApplication([])
folder = Path(sys.argv[1])
saver = Saver(Folders(folder, folder, folder))
# Between any two steps the other thread may go on.
sys.setswitchinterval(1e-6)
for _ in range(3000):
    saver._keep_working()
    saver.finish()
"""


def test_a_thread_that_ends_at_once_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FINISHING, str(tmp_path)]
    subprocess.run(command, check=True, timeout=60)


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


def test_a_tick_reads_each_log_once_and_tells_the_window_once(tmp_path: Path) -> None:
    folders = person_folders(tmp_path)
    append(folders, LogKey("me", "linkedin", "main"), [entry("note", note="mine")])
    second = replace(folders, computer=tmp_path / "computers" / "second")
    append(second, LogKey("me", "linkedin", "main"), [entry("note", note="theirs")])
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.counting_window", tmp_path],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    logs = {log.name: 1 for log in tmp_path.rglob("*.jsonl")}
    assert len(logs) == 2
    counted = [json.loads(line) for line in done.stdout.splitlines()]
    assert counted == [{"reads": logs, "changed": 1, "saved": 1}] * 3


def test_while_the_disk_is_slow_the_box_shows_what_was_done_last(
    program: "Program", monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.start()
    goes_on = threading.Event()
    sync = os.fsync

    def wait(file: int) -> None:
        assert goes_on.wait(timeout=60)
        sync(file)

    monkeypatch.setattr(os, "fsync", wait)
    box = program.row("toggle", "open").box
    seen = []
    for number in range(1, 9):
        program.press(box)
        program.settle()
        seen.append(box.isChecked())
        if number % 2:
            with program.bot.waitSignal(window.state.saved):
                goes_on.set()
            goes_on.clear()
            program.settle()
            assert box.isChecked() == seen[-1]
    assert seen == [True, False] * 4
    goes_on.set()
    program.close()
    assert program.whats() == ["tick open", "untick open"] * 4


def test_undo_waits_until_it_knows_what_to_undo(
    program: "Program", monkeypatch: pytest.MonkeyPatch
) -> None:
    window = program.start()
    goes_on = threading.Event()
    sync = os.fsync

    def wait(file: int) -> None:
        assert goes_on.wait(timeout=60)
        sync(file)

    monkeypatch.setattr(os, "fsync", wait)
    program.press(program.row("toggle", "open").box)
    program.choose("undo")
    with program.bot.waitSignal(window.state.saved):
        goes_on.set()
    program.settle()
    assert program.row("toggle", "open").box.isChecked()
    assert program.whats() == ["tick open"]
    with program.bot.waitSignal(window.state.saved):
        program.choose("undo")
    assert not program.row("toggle", "open").box.isChecked()
