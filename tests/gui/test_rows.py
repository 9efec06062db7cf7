"""Widgets that stand for values: kept, made and freed one by one."""

import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.rows import Rows
from optout_desktop.gui.parts.texts import Text, Texts, notice, quiet

VALUES = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 3))


def shown_in(layout: QLayout) -> list[QWidget]:
    items = [layout.itemAt(number) for number in range(layout.count())]
    return [widget for item in items if item and (widget := item.widget()) is not None]


def test_rows_are_as_if_made_anew_and_those_that_stay_are_the_same(qapp: QApplication) -> None:
    @given(st.lists(VALUES, min_size=1, max_size=5))
    def try_it(changes: list[dict[str, int]]) -> None:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        first = QLabel("first")
        layout.addWidget(first)
        told: list[QLabel] = []

        def show(label: QLabel, value: int) -> None:
            told.append(label)
            label.setText(str(value))

        def made(_value: int) -> QLabel:
            return QLabel()

        rows = Rows[int, QLabel](layout, made, show, first=1)
        before: dict[str, int] = {}
        widgets: dict[str, QLabel] = {}
        for values in changes:
            told.clear()
            rows.show(dict(values.items()))
            after = dict(zip(values, rows.widgets, strict=True))
            assert shown_in(layout) == [first, *after.values()]
            assert [label.text() for label in after.values()] == [*map(str, values.values())]
            stayed = before.keys() & values.keys()
            assert all(after[key] is widgets[key] for key in stayed)
            assert told == [label for key, label in after.items() if before.get(key) != values[key]]
            gone = [widgets[key] for key in before.keys() - values.keys()]
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            assert not any(map(shiboken6.isValid, gone))
            before, widgets = values, after

    try_it()


def test_paragraphs_are_changed_in_the_widgets_of_their_kind(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    texts = Texts(0)
    holder.setLayout(texts)
    texts.show([Text("One."), notice("Take care."), quiet("")])
    label, warning = shown_in(texts)
    assert isinstance(label, Label)
    assert isinstance(warning, Notice)
    texts.show([notice("Take more care."), Text("Two."), Text("Three.")])
    assert shown_in(texts)[:2] == [warning, label]
    assert (warning.label.text(), label.text()) == ("Take more care.", "Two.")
    texts.show([])
    assert shown_in(texts) == []


def test_no_widget_is_a_window_while_it_is_made(qtbot: QtBot) -> None:
    """A widget that is shown before it has a parent would flash, and take the keyboard."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    seen = []

    def show(label: QLabel, _value: int) -> None:
        label.setVisible(True)
        seen.append(label.isWindow())

    def made(_value: int) -> QLabel:
        return QLabel()

    holder.show()
    Rows[int, QLabel](layout, made, show).show({"one": 1})
    assert seen == [False]
