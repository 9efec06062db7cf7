"""A person with nothing but a keyboard, in front of the window of this process.

Keys go to whatever window is in front, as a system would send them. Where they go inside it is for
Qt to know, and for stories to read.
"""

import time
from collections.abc import Callable

from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 60.0
"""Seconds after which what should happen has failed to."""
MOST_TABS = 200


def until(condition: Callable[[], object], what: str) -> None:
    """Let the window live until ``condition`` holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"this never came: {what}")
        QTest.qWait(1)


def in_front() -> QWindow:
    """Find the window that gets the keys."""
    # Without a window manager nobody gives the keyboard back when a dialog closes.
    if QGuiApplication.focusWindow() is None:
        below = QApplication.activeModalWidget() or main_window()
        below.windowHandle().requestActivate()
        until(QGuiApplication.focusWindow, f"the keyboard for “{below.windowTitle()}”")
    window = QGuiApplication.focusWindow()
    assert window is not None
    return window


def main_window() -> QWidget:
    """Find the one window that is no dialog."""
    (window,) = (
        widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "main_window"
    )
    return window


def press(keys: str | QKeySequence.StandardKey, times: int = 1) -> None:
    """Press keys together, such as ``Ctrl+F``."""
    for _ in range(times):
        QTest.keySequence(in_front(), QKeySequence(keys))


def write(text: str) -> None:
    """Type a text of ASCII characters, one after another."""
    for character in text:
        QTest.keyClick(in_front(), ord(character))


def tab_to(name: str, keys: str = "Tab") -> None:
    """Press Tab until the keyboard is on what a screen reader would call ``name``."""
    visited = []
    for _ in range(MOST_TABS):
        if focused() == name:
            return
        visited.append(focused())
        press(keys)
    raise AssertionError(f"Tab never came to {name!r}, but to: {sorted(set(visited))}")


def focused() -> str:
    """Read what a screen reader would call what has the keyboard: its label, else its name."""
    in_front()
    widget = QApplication.focusWidget()
    if widget is None:
        return ""
    here = QAccessible.queryAccessibleInterface(widget)
    labels = (
        other for other, relation in here.relations() if relation & QAccessible.RelationFlag.Label
    )
    return next(labels, here).text(QAccessible.Text.Name)


def dialog_title() -> str:
    """Read the title of the dialog in front, or nothing."""
    dialog = QApplication.activeModalWidget()
    return dialog.windowTitle() if dialog else ""
