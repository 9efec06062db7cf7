"""A person's whole way through LinkedIn: found, both main tasks done, the report kept.

``python -m tests.stories.person DATA_FOLDER REPORT_FOLDER`` goes that way in a process of its own.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from optout_desktop.base.clock import Clock
from optout_desktop.base.paths import Folders, person_folders
from optout_desktop.gui.application import create
from optout_desktop.gui.frame.window import MainWindow
from optout_desktop.guides.library.library import Library, shipped_library
from tests.stories.keyboard import (
    dialog_title,
    focused,
    press,
    tab_to,
    until,
    write,
)

DAY_OF_OBJECTION = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
DAY_OF_ANSWER = datetime(2026, 12, 14, 8, 5, tzinfo=UTC)
CASE_NUMBER = "4711-2026"
TOGGLE = ("open", "find", "switch", "reload")
OBJECTION_UNTIL_SENT = ("choose", "open", "fill", "choose-ai", "confirm-ai", "send-ai")
REPORTS = ("while-waiting.html", "answered.html")


def clock_from(start: datetime) -> Clock:
    """Make a clock on which a minute passes between two looks, so that no two times are equal."""
    minutes = count()
    return lambda: start + timedelta(minutes=next(minutes))


@contextmanager
def program(folders: Folders, library: Library, clock: Clock) -> Iterator[MainWindow]:
    """Start the program, wait until it can be used, and let nothing of it stay."""
    _, window = create(folders, library, clock=clock)
    try:
        window.show()
        until(lambda: window.slug, "the first guide")
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def find_linkedin(window: MainWindow) -> None:
    """Find LinkedIn by a few letters, and go to its first step."""
    press(QKeySequence.StandardKey.Find)
    assert focused() == "Search services and steps"
    write("linked")
    press("Return")
    assert window.slug == "linkedin"
    assert focused() == "Services"


def live_in_germany(window: MainWindow) -> None:
    """Say where the person lives."""
    press("Ctrl+P")
    until(dialog_title, "the dialog about the person")
    tab_to("Lives in")
    write("germ")
    popup = QApplication.activePopupWidget
    until(popup, "countries that begin like that")
    press("Down")
    press("Return")
    until(lambda: not popup(), "the chosen country")
    press("Return")
    until(lambda: not dialog_title(), "the end of the dialog")
    assert "Germany" in window.footer.person.text()


def tick(window: MainWindow, task: str, step: str) -> None:
    """Tick the step that the keyboard is on, and see that it is saved."""
    assert focused() == title_of(window, task, step)
    press("Space")
    if not dialog_title():
        until(lambda: is_saved(window, task, step), f"the saved tick of {step}")


def is_saved(window: MainWindow, task: str, step: str) -> bool:
    """Tell whether the footer says "saved" of a step that is done."""
    done = window.state.progress("linkedin").step(task, step).done
    return done and window.footer.saved.text().startswith("✓ Saved") and is_calm(window)


def is_calm(window: MainWindow) -> bool:
    """Tell whether nothing waits to be written."""
    return not window.state.journal("linkedin").waiting


def title_of(window: MainWindow, task: str, step: str) -> str:
    """Read what the guide calls a step."""
    return window.open_step.checklist.step(task, step).title


def note_objection(window: MainWindow) -> None:
    """Say in the dialog that the objection was sent three days ago, and its case number."""
    until(dialog_title, "the dialog about the objection")
    tab_to("Date sent")
    press("Down", times=3)
    tab_to("Case number")
    write(CASE_NUMBER)
    press("Return")
    until(lambda: is_saved(window, "objection", "send-ai"), "the saved objection")


def undo_and_redo(window: MainWindow, task: str, step: str) -> None:
    """Take the newest tick back, and do it again."""
    press(QKeySequence.StandardKey.Undo)
    until(lambda: not done(window, task, step) and is_calm(window), "the tick taken back")
    assert focused() == title_of(window, task, step)
    press(QKeySequence.StandardKey.Redo)
    until(lambda: done(window, task, step) and is_calm(window), "the tick again")


def done(window: MainWindow, task: str, step: str) -> bool:
    """Tell whether a step is ticked on the screen."""
    row = window.page.row((task, step))
    return row is not None and row.box.isChecked()


def note_answer(window: MainWindow) -> None:
    """Say in the dialog that the objection was accepted in part."""
    until(dialog_title, "the dialog about the answer")
    tab_to("They accepted it")
    press("Down")
    press("Space")
    press("Return")
    until(lambda: is_saved(window, "objection", "answer"), "the saved answer")


def export_report(window: MainWindow, file: Path) -> None:
    """Export the report into a file of this name."""
    press("Ctrl+E")
    until(dialog_title, "the dialog for the file")
    tab_to("File name:")
    press(QKeySequence.StandardKey.SelectAll)
    write(str(file))
    press("Return")
    until(lambda: str(file) in window.messages.label.text(), "word that the report is written")


def object_and_export(folders: Folders, report: Path, library: Library) -> None:
    """Do both tasks as far as they can be done on one day."""
    with program(folders, library, clock_from(DAY_OF_OBJECTION)) as window:
        find_linkedin(window)
        live_in_germany(window)
        press("Ctrl+J")
        for step in TOGGLE:
            tick(window, "ai-toggle", step)
        for step in OBJECTION_UNTIL_SENT:
            tick(window, "objection", step)
        note_objection(window)
        tick(window, "objection", "confirmation")
        undo_and_redo(window, "objection", "confirmation")
        export_report(window, report)
        quit_program(window)


def note_answer_and_export(folders: Folders, report: Path, library: Library) -> None:
    """Come back when the answer is there."""
    with program(folders, library, clock_from(DAY_OF_ANSWER)) as window:
        press("Ctrl+J")
        tick(window, "objection", "answer")
        note_answer(window)
        export_report(window, report)
        quit_program(window)


def quit_program(window: MainWindow) -> None:
    """Close the window through its menu, by the underlined letters."""
    press("Alt+F")
    until(QApplication.activePopupWidget, "the menu")
    press("Q")
    until(lambda: not window.isVisible(), "the end of the window")


def whole_way(folders: Folders, reports: Path, library: Library) -> None:
    """Object on one day, and note the answer on another."""
    days: tuple[Callable[..., None], ...] = (object_and_export, note_answer_and_export)
    for day, report in zip(days, REPORTS, strict=True):
        day(folders, reports / report, library)


if __name__ == "__main__":
    data, reports = map(Path, sys.argv[1:])
    folders = person_folders(data)
    whole_way(folders, reports, shipped_library(folders.cache))
