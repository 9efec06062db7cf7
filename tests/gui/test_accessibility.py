"""The window for people who see it with a screen reader, a keyboard, or few colours."""

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from optout_desktop.gui.page.step_row import StepTitle
from optout_desktop.gui.parts.tick_box import TickBox
from optout_desktop.gui.theme import HIT_HEIGHT
from optout_desktop.pictures.words import alternative_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.conftest import Program

DIALOGS = ("person", "my_data", "find_command", "not_found", "sent", "answer")


def name_of(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def is_inner(widget: QWidget) -> bool:
    """Tell whether Qt made it as a part of a field, which has the name."""
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit) or (
        isinstance(widget, QScrollBar)
    )


def focus_order(window: QWidget) -> list[QWidget]:
    """Follow Tab from the first widget to the last."""
    chain: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window and widget not in chain:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    return [
        each
        for each in chain
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.window() is window
        and not is_inner(each)
    ]


def open_dialog(program: "Program", which: str) -> QDialog:
    window = program.window
    openers: dict[str, Callable[[], None]] = {
        "sent": lambda: window.steps.ask_record("objection", "send"),
        "answer": lambda: window.steps.ask_record("objection", "answer"),
    }
    openers.get(which, lambda: program.choose(which))()
    program.settle()
    return program.dialog(QDialog)


def show_everything(program: "Program") -> None:
    """Unfold all that can be unfolded, and open a note."""
    for each in ("facts", "timeline", "sources"):
        getattr(program.content.facts, each).unfold()
    details = program.row("toggle", "open").details
    assert details is not None
    program.press(details.note_button)
    program.settle()


# Names and roles


def test_all_that_takes_the_focus_has_a_name(program: "Program") -> None:
    window = program.start()
    show_everything(program)
    widgets = focus_order(window)
    assert len(widgets) > 25
    assert [widget for widget in widgets if not name_of(widget).strip()] == []


@pytest.mark.parametrize("which", DIALOGS)
def test_all_that_takes_the_focus_in_a_dialog_has_a_name(program: "Program", which: str) -> None:
    program.start()
    dialog = open_dialog(program, which)
    assert name_of(dialog)
    widgets = focus_order(dialog)
    assert widgets
    assert [widget for widget in widgets if not name_of(widget).strip()] == []


def test_names_tell_steps_and_links_apart(program: "Program") -> None:
    window = program.start()
    show_everything(program)
    for kind in (TickBox, StepTitle):
        names = [name_of(each) for each in window.findChildren(kind)]
        assert len(names) == len(set(names)) > 5
    described = [
        (name_of(each), each.accessibleDescription() or each.toolTip())
        for each in focus_order(window)
        if isinstance(each, QAbstractButton)
    ]
    assert len(described) == len(set(described))


def test_roles_are_those_of_what_is_seen(program: "Program") -> None:
    window = program.start()
    assert role_of(program.row("toggle", "open").box) == QAccessible.Role.CheckBox
    assert role_of(program.row("toggle", "open").title) in {
        QAccessible.Role.Button,
        QAccessible.Role.PushButton,
    }
    assert role_of(window.top_bar.export) in {
        QAccessible.Role.Button,
        QAccessible.Role.PushButton,
    }
    assert role_of(window.side.search) == QAccessible.Role.EditableText
    assert role_of(window.side.list) == QAccessible.Role.List
    assert role_of(program.content.head.name) == QAccessible.Role.StaticText


def test_a_box_tells_whether_it_is_ticked(program: "Program") -> None:
    program.start()
    box = program.row("toggle", "open").box
    assert name_of(box) == "Open the settings"
    assert not QAccessible.queryAccessibleInterface(box).state().checked
    program.tick("toggle", "open")
    assert QAccessible.queryAccessibleInterface(box).state().checked


def test_the_picture_is_named_by_its_alternative_text(program: "Program") -> None:
    window = program.start()
    step = window.open_step.checklist.step("toggle", "open")
    assert step.picture is not None
    view = window.page.content.picture_column.panel.view
    assert name_of(view) == alternative_text(step.picture)


def test_the_open_step_says_that_it_is_open(program: "Program") -> None:
    program.start()
    assert program.row("toggle", "open").title.accessibleDescription() == "This step is open."
    assert program.row("toggle", "switch").title.accessibleDescription() == ""


def test_the_list_says_name_and_status(program: "Program") -> None:
    window = program.start()
    table = QAccessible.queryAccessibleInterface(window.side.list)
    said = [table.child(row).text(QAccessible.Text.Name) for row in range(table.childCount())]
    assert "Switchboard, Switch and Objection form · about 17\u00a0min" in said
    assert "Up next" in said


# Keyboard


def places(window: QWidget, widgets: list[QWidget]) -> list[tuple[int, int, str]]:
    """Say where widgets begin, line by line."""
    found = []
    for widget in widgets:
        corner = widget.mapTo(window, QPoint(0, 0))
        found.append((corner.y() + widget.height() // 2, corner.x(), name_of(widget)))
    return found


def backwards(window: QWidget, widgets: list[QWidget]) -> list[tuple[str, str]]:
    """Find neighbours in the order of Tab of which the second stands before the first."""
    wrong = []
    line = HIT_HEIGHT // 2
    spots = places(window, widgets)
    for (y, x, name), (next_y, next_x, next_name) in pairwise(spots):
        if next_y < y - line or (abs(next_y - y) <= line and next_x < x):
            wrong.append((name, next_name))
    return wrong


@pytest.mark.parametrize("wide", [900, 1280])
def test_tab_follows_the_order_of_reading(program: "Program", wide: int) -> None:
    window = program.start(wide=wide)
    show_everything(program)
    order = focus_order(window)
    parts = (window.top_bar, window.side, program.page, window.footer)
    for part in parts:
        inside = [each for each in order if part.isAncestorOf(each)]
        picture = window.page.content.picture_column.panel
        assert picture is not None
        beside = [each for each in inside if picture.isAncestorOf(each)]
        rest = [each for each in inside if each not in beside]
        assert rest
        assert backwards(window, rest) == []


def parts_in_order(window: QWidget, parts: tuple[QWidget, ...]) -> list[int]:
    """Follow Tab through the parts of the window, from the first one on."""
    order = [
        number
        for each in focus_order(window)
        for number, part in enumerate(parts)
        if part.isAncestorOf(each)
    ]
    first = order.index(min(order))
    return order[first:] + order[:first]


def test_tab_goes_through_the_window_from_top_to_bottom(program: "Program") -> None:
    window = program.start()
    show_everything(program)
    order = parts_in_order(window, (window.top_bar, window.side, program.page, window.footer))
    assert order == sorted(order)


@pytest.mark.parametrize("which", DIALOGS)
def test_tab_follows_the_order_of_reading_in_dialogs(program: "Program", which: str) -> None:
    program.start()
    dialog = open_dialog(program, which)
    order = focus_order(dialog)
    assert backwards(dialog, order) == []


def test_the_whole_step_is_done_by_keyboard(program: "Program") -> None:
    window = program.start()
    program.row("toggle", "switch").title.setFocus()
    program.bot.keyClick(program.row("toggle", "switch").title, Qt.Key.Key_Space)
    program.settle()
    assert program.window.open_step.key == ("toggle", "switch")
    with program.bot.waitSignal(window.state.saved):
        program.bot.keyClick(program.row("toggle", "switch").box, Qt.Key.Key_Space)
    assert program.whats() == ["tick switch"]


def test_escape_closes_what_was_opened_last(program: "Program") -> None:
    program.start()
    dialog = open_dialog(program, "not_found")
    program.bot.keyClick(dialog, Qt.Key.Key_Escape)
    program.settle()
    assert QApplication.activeModalWidget() is None
    assert program.events() == ()


def test_the_ring_of_the_keyboard_is_seen(program: "Program") -> None:
    window = program.start()
    row = program.row("toggle", "switch")
    for widget in (row.box, row.title, window.top_bar.export, window.footer.person):
        window.side.list.setFocus()
        without = widget.grab().toImage()
        widget.setFocus()
        assert widget.hasFocus()
        assert widget.grab().toImage() != without


# Sizes


def too_low(window: QWidget) -> list[tuple[str, int]]:
    return [
        (name_of(each), each.height())
        for each in window.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox)
        and each.isVisible()
        and not is_inner(each)
        and each.height() < HIT_HEIGHT
    ]


@pytest.mark.parametrize("wide", [480, 1280])
def test_all_that_is_pressed_is_high_enough(program: "Program", wide: int) -> None:
    window = program.start(wide=wide)
    show_everything(program)
    assert too_low(window) == []


@pytest.mark.parametrize("which", DIALOGS)
def test_all_that_is_pressed_in_a_dialog_is_high_enough(program: "Program", which: str) -> None:
    program.start()
    assert too_low(open_dialog(program, which)) == []


def test_what_stands_is_always_said_in_words(program: "Program") -> None:
    window = program.start()
    program.press(program.row("toggle", "open").title)
    window.steps.ask_not_found("toggle", "open")
    program.accept(program.dialog(QDialog))
    assert "You could not find this." in program.words(program.row("toggle", "open"))
    program.tick("toggle", "switch")
    program.tick("toggle", "reload")
    assert "Switch · Could not find" in program.words(program.content.sections[0])
    program.press(program.row("objection", "send").box)
    program.accept(program.dialog(QDialog))
    assert "Objection sent, waiting for an answer" in program.words(program.content.sections[1])


def test_no_area_of_scrolling_takes_the_focus_for_nothing(program: "Program") -> None:
    window = program.start()
    stops = [
        each
        for each in focus_order(window)
        if isinstance(each, QAbstractScrollArea) and not name_of(each)
    ]
    assert stops == []
