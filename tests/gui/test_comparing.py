"""What a change leaves alone: the page changes what differs, and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QWidget

from optout_desktop.base.paths import guides_folder
from optout_desktop.gui.dialogs.person import PersonDialog
from optout_desktop.gui.page.questions_row import AnswerBox
from optout_desktop.gui.parts.fold import Fold
from optout_desktop.situation.rules import OWN
from tests.guide_folders import copy_guide

if TYPE_CHECKING:
    from tests.gui.conftest import Program

SCROLLED = 500


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    """LinkedIn's guide alone: the longest one, which asks several questions."""
    copy_guide(guides_folder() / "linkedin" / "guide.toml", tmp_path / "guides")
    return tmp_path / "guides"


def reading(program: "Program") -> list[Fold]:
    """Be in the middle of LinkedIn's guide: a step is open, folds are, and the page is scrolled."""
    program.start("linkedin", region="DE")
    program.bot.waitUntil(lambda: program.page.is_built)
    program.window.open_step.open(("ai-toggle", "switch"))
    folds = [fold for fold in program.content.findChildren(Fold) if fold.button.isVisible()]
    for fold in folds:
        fold.unfold()
    program.settle()
    program.page.verticalScrollBar().setValue(SCROLLED)
    assert program.page.verticalScrollBar().value() == SCROLLED
    return folds


def widgets(program: "Program") -> list[QWidget]:
    return program.content.findChildren(QWidget)


def answer(program: "Program", question: str, code: str) -> AnswerBox:
    """Choose an answer as a person does: the list opens, and the keyboard is at its box."""
    box = program.content.findChild(AnswerBox, question)
    assert box is not None
    box.setFocus()
    program.page.verticalScrollBar().setValue(SCROLLED)
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())
    program.settle()
    return box


def test_an_answer_keeps_the_step_the_folds_the_place_and_the_keyboard(
    program: "Program",
) -> None:
    folds = reading(program)
    assert len(folds) >= 9
    before = widgets(program)
    box = answer(program, "age", "adult")
    assert program.window.state.person.age == "adult"
    assert program.window.open_step.key == ("ai-toggle", "switch")
    assert program.row("ai-toggle", "switch").details is not None
    assert [fold.button.isChecked() for fold in folds] == [True] * len(folds)
    assert program.page.verticalScrollBar().value() == SCROLLED
    assert program.window.focusWidget() is box
    kept = {id(widget) for widget in before}
    made = [widget for widget in widgets(program) if id(widget) not in kept]
    assert len(made) < len(before) / 5


def test_an_answer_changes_what_it_decides(program: "Program") -> None:
    reading(program)
    assert program.row("objection", "choose-ai").isVisible()
    before = program.words(program.content)
    answer(program, f"{OWN}purpose", "other")
    assert not program.row("objection", "choose-ai").isVisible()
    answer(program, f"{OWN}purpose", "")
    assert program.row("objection", "choose-ai").isVisible()
    assert program.words(program.content) == before


def test_the_person_dialog_changes_the_page_once(program: "Program") -> None:
    folds = reading(program)
    changes = QSignalSpy(program.page.changed)
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    dialog.name.setText("Kim")
    dialog.region.setCurrentText("France")
    dialog.accept()
    program.settle()
    assert program.window.footer.person.text() == "Lives in: France · For: Kim"
    assert "France: applies since 3 Nov 2025" in program.words(program.content.head)
    assert changes.count() == 1
    assert [fold.button.isChecked() for fold in folds] == [True] * len(folds)


def test_a_name_changes_nothing_on_the_page(program: "Program") -> None:
    reading(program)
    changes = QSignalSpy(program.page.changed)
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    dialog.name.setText("Kim")
    dialog.accept()
    program.settle()
    assert changes.count() == 0


def test_another_person_starts_at_their_own_next_step(program: "Program") -> None:
    reading(program)
    program.tick("ai-toggle", "open")
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    program.press(program.find(QAbstractButton, "Add another person", dialog))
    dialog.accept()
    program.settle()
    assert program.window.open_step.key == ("ai-toggle", "open")
    assert program.page.verticalScrollBar().value() == 0
    assert not program.row("ai-toggle", "open").box.isChecked()


def test_a_step_that_an_answer_folds_away_is_not_left_open(program: "Program") -> None:
    reading(program)
    program.window.open_step.open(("objection", "choose-ai"))
    program.settle()
    answer(program, f"{OWN}purpose", "other")
    assert program.window.open_step.key != ("objection", "choose-ai")
    key = program.window.open_step.key
    assert key is not None
    assert program.row(*key).isVisible()


def after(first: QWidget) -> Iterator[QWidget]:
    """Go round all widgets of the window in the order of Tab."""
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        yield widget
        widget = widget.nextInFocusChain()


def test_tab_reads_the_page_from_top_to_bottom_after_a_change(program: "Program") -> None:
    reading(program)
    program.choose("person")
    dialog = program.dialog(PersonDialog)
    dialog.region.setCurrentText("I do not want to say")
    dialog.accept()
    program.settle()
    assert program.content.head.where.isVisible()
    passed = [
        widget
        for widget in after(program.window.side.list)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and program.content.isAncestorOf(widget)
    ]
    assert passed == [one for one in program.page.in_reading_order() if one.isVisible()]
    assert passed[0] is program.content.head.where
