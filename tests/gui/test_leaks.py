"""What is closed or replaced is freed: a window that stays open for a day stays as small."""

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from tests.gui.conftest import Program


def is_gone(program: "Program", kept: "weakref.ref[QObject]") -> bool:
    program.settle()
    gc.collect()
    return kept() is None


def test_a_closed_window_is_freed(program: "Program") -> None:
    program.start()
    program.tick("toggle", "open")
    kept = [
        weakref.ref[QObject](each)
        for each in (
            program.window,
            program.page,
            program.window.state,
            program.row("toggle", "open"),
        )
    ]
    program.close()
    assert [is_gone(program, each) for each in kept] == [True] * len(kept)


def test_a_replaced_guide_is_freed(program: "Program") -> None:
    program.start()
    old = [
        weakref.ref[QObject](each)
        for each in (
            program.content.head,
            program.content.facts,
            program.content.sections[0],
            program.row("toggle", "open"),
            program.row("toggle", "open").details,
            program.content.picture_column.panel,
        )
        if each is not None
    ]
    assert len(old) == 6
    program.open("bakery")
    assert [is_gone(program, each) for each in old] == [True] * len(old)


def test_a_closed_step_is_freed(program: "Program") -> None:
    program.start()
    details = program.row("toggle", "open").details
    assert details is not None
    kept = weakref.ref[QObject](details)
    del details
    program.press(program.row("toggle", "switch").title)
    assert is_gone(program, kept)


@pytest.mark.parametrize("which", ["person", "my_data", "find_command", "not_found", "sent"])
def test_closed_dialogs_do_not_pile_up(program: "Program", which: str) -> None:
    window = program.start()
    for _ in range(3):
        if which == "sent":
            window.steps.ask_record("objection", "send")
        else:
            program.choose(which)
        program.dialog(QDialog).reject()
        program.settle()
    gc.collect()
    assert window.findChildren(QDialog) == []


def test_guides_that_come_and_go_leave_nothing_behind(program: "Program") -> None:
    window = program.start()
    program.open("bakery")
    program.open("switchboard")
    gc.collect()
    before = len(window.findChildren(QObject))
    for _ in range(3):
        program.open("bakery")
        program.open("switchboard")
    gc.collect()
    assert len(window.findChildren(QObject)) == before


def test_nothing_is_called_after_its_window_is_gone(program: "Program") -> None:
    """Qt for Python calls a method of a deleted object where a timer has no context."""
    window = program.start()
    program.window.open_step.open(("toggle", "switch"))
    window.commands["not_found"].trigger()
    program._window = None
    window.close()
    shiboken6.delete(window)
    program.settle()
