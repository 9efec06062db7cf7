"""What nobody foresaw is told and kept in the log, and the window goes on."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Slot, qCritical, qWarning
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.log import log_file
from optout_desktop.gui.application import tell_failed_start
from optout_desktop.gui.unforeseen import Unforeseen, last_defence
from tests.gui.conftest import NOW

if TYPE_CHECKING:
    from tests.gui.conftest import Program

NOTE = "My boss must not know that"


def broken_clock() -> datetime:
    raise ValueError(NOTE)


@pytest.fixture
def unforeseen(program: "Program") -> Iterator[Unforeseen]:
    """Keep the last line of defence as the program does while its window is open."""
    with last_defence(program.folders) as kept:
        yield kept


@pytest.fixture
def defended(program: "Program", unforeseen: Unforeseen) -> "Program":
    unforeseen.tell(program.start().messages.show_unforeseen)
    return program


def log(program: "Program") -> str:
    return log_file(program.folders).read_text(encoding="utf-8")


def wait_until_told(program: "Program") -> None:
    program.bot.waitUntil(program.window.messages.copy_button.isVisible)


def test_an_error_while_a_page_is_built_is_told_and_the_window_can_be_used(
    defended: "Program",
) -> None:
    window, messages = defended.window, defended.window.messages
    window.state._clock = broken_clock
    window.side.service_chosen.emit("bakery")
    window.side.service_chosen.emit("lighthouse")
    wait_until_told(defended)
    assert messages.label.text().startswith("Something went wrong that should not have.")
    assert "What was saved is safe" in messages.label.text()
    assert "ValueError" in log(defended)
    assert "MainWindow.open_service" in log(defended)
    assert "boss" not in log(defended)

    defended.press(messages.copy_button)
    copied = QGuiApplication.clipboard().text()
    assert copied in log(defended)
    assert "ValueError" in copied

    window.state._clock = lambda: NOW
    defended.press(messages.close_button)
    # What was open before is still what can be worked on.
    assert window.slug == "switchboard"
    defended.tick("toggle", "open")
    assert defended.whats() == ["tick open"]


def test_a_tick_that_was_not_taken_does_not_stay_on_the_screen(defended: "Program") -> None:
    defended.window.state._clock = broken_clock
    box = defended.row("toggle", "open").box
    defended.press(box)
    wait_until_told(defended)
    defended.bot.waitUntil(lambda: not box.isChecked())
    assert defended.whats() == []


def test_another_message_has_no_details(defended: "Program") -> None:
    messages = defended.window.messages
    messages.show_unforeseen("Wrong.", "", "details")
    assert messages.copy_button.isVisible()
    messages.show_news("Copied.")
    assert not messages.copy_button.isVisible()


class Painted(QWidget):
    """Fails whenever it is painted."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - named by Qt
        raise ValueError(NOTE)


class Thread(QThread):
    def run(self) -> None:
        raise ValueError(NOTE)


class Dying:
    def __del__(self) -> None:
        raise ValueError(NOTE)


def fail() -> None:
    raise ValueError(NOTE)


def raise_while_painting(program: "Program") -> None:
    painted = Painted(program.window)
    painted.resize(20, 20)
    painted.show()
    program.settle()
    painted.deleteLater()


def raise_in_a_thread_of_qt(_program: "Program") -> None:
    thread = Thread()
    thread.start()
    thread.wait()


def raise_in_a_thread(_program: "Program") -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def raise_in_a_timer(program: "Program") -> None:
    QTimer.singleShot(0, program.window, fail)


def raise_where_nothing_can_be_raised(_program: "Program") -> None:
    Dying()


@pytest.mark.parametrize(
    "act",
    [
        raise_while_painting,
        raise_in_a_thread_of_qt,
        raise_in_a_thread,
        raise_in_a_timer,
        raise_where_nothing_can_be_raised,
    ],
)
def test_wherever_it_is_raised_it_is_told(
    defended: "Program", act: Callable[["Program"], None]
) -> None:
    act(defended)
    wait_until_told(defended)
    assert "ValueError" in log(defended)
    assert "tests.gui.test_unforeseen:" in log(defended)
    assert "boss" not in log(defended)


def test_what_goes_wrong_with_every_paint_is_written_once(defended: "Program") -> None:
    for _ in range(3):
        raise_while_painting(defended)
    assert log(defended).count("Painted.paintEvent") == 1


def test_what_qt_says_is_kept_without_the_names_of_documents(defended: "Program") -> None:
    qWarning(f'QIODevice::read (QFile, "/home/ada/{NOTE}"): device not open')
    qCritical(f"QString::arg: Argument missing: {NOTE}, {NOTE}")
    said = [line for line in log(defended).splitlines() if " of Qt" in line]
    assert said == [
        "Warning of Qt (default): QIODevice::read (QFile, ",
        "Error of Qt (default): QString::arg: Argument missing",
    ]
    assert "boss" not in log(defended)
    assert "ada" not in log(defended)
    assert not defended.window.messages.isVisible()


def test_an_export_that_fails_as_nobody_foresaw_is_told_with_details(
    defended: "Program", tmp_path: Path
) -> None:
    defended.keys("Ctrl+E")
    dialog = defended.dialog(QFileDialog)
    defended.window.state._clock = broken_clock
    dialog.fileSelected.emit(str(tmp_path / "report.html"))
    dialog.reject()
    wait_until_told(defended)
    assert "This could not be done" in defended.window.messages.label.text()
    assert "In the thread work:" in log(defended)
    assert "boss" not in log(defended)


def test_the_hooks_are_given_back(program: "Program") -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with last_defence(program.folders):
        assert sys.excepthook not in before
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


class Closer(QObject):
    """Reads the dialog that is open, and closes it."""

    words = ""

    @Slot()
    def close(self) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.words = f"{box.text()}\n{box.informativeText()}\n{box.detailedText()}"
        box.reject()


@pytest.mark.parametrize(
    ("error", "words"),
    [(OptoutError("The disk is full.", "Free some."), "Free some."), (KeyError(NOTE), "KeyError")],
)
def test_a_start_that_fails_is_told(untouched: QApplication, error: Exception, words: str) -> None:
    closer = Closer(untouched)
    QTimer.singleShot(0, closer, closer.close)
    tell_failed_start(error)
    assert closer.words.startswith("The program cannot start.")
    assert words in closer.words
    assert "boss" not in closer.words
    closer.setParent(None)


BROKEN = f"""
import sys
from PySide6.QtCore import QTimer
import optout_desktop.gui.page.guide_page as guide_page

class GuidePage(guide_page.GuidePage):
    def show_guide(self, guide):
        raise ValueError({NOTE!r})

guide_page.GuidePage = GuidePage

def look():
    if window.messages.isVisible():
        print(window.messages.label.text())
        window.close()
    else:
        QTimer.singleShot(20, window, look)

import optout_desktop.gui.application as application
make = application.create

def create(*arguments, **named):
    global window
    made = make(*arguments, **named)
    window = made[1]
    QTimer.singleShot(0, window, look)
    return made

application.create = create
from optout_desktop.__main__ import main
sys.exit(main())
"""


FATAL = """
import sys
from pathlib import Path
from PySide6.QtCore import qFatal
from optout_desktop.base.paths import Folders
from optout_desktop.gui.unforeseen import last_defence

with last_defence(Folders(*[Path(sys.argv[2])] * 3)):
    qFatal("QWidget: Must construct a QApplication before a QWidget")
"""


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, "--data-dir", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_real_program_tells_and_goes_on(tmp_path: Path) -> None:
    done = run(BROKEN, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Something went wrong that should not have.")
    assert "Traceback" not in done.stderr
    assert "boss" not in done.stderr
    (kept,) = tmp_path.rglob("log.txt")
    assert "MainWindow.show_service" in kept.read_text(encoding="utf-8")


def test_the_last_words_of_qt_are_kept(tmp_path: Path) -> None:
    assert run(FATAL, tmp_path).returncode != 0
    kept = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "QWidget: Must construct a QApplication before a QWidget" in kept
