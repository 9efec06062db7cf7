"""What a guide asks, ways of which one is enough, and a row that is missing for a reason."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import Folders
from optout_desktop.gui.dialogs.not_found import NotFoundDialog
from optout_desktop.gui.page.questions_row import AnswerBox
from optout_desktop.gui.state.state import State
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.people import read_people
from optout_desktop.situation.rules import OWN

if TYPE_CHECKING:
    from tests.gui.conftest import Program

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
GOOD = Path(__file__).parents[1] / "data" / "guides" / "good"


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    """Two guides: one with questions, and the one that goes with it."""
    return Path(shutil.copytree(GOOD, tmp_path / "guides"))


def built(program: "Program") -> None:
    """Wait until the last part of the page is there."""
    program.bot.waitUntil(lambda: program.page.is_built)
    program.settle()


def answer(program: "Program", question: str, words: str) -> None:
    box = program.find(QComboBox, question)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())
    built(program)


def test_an_answer_decides_what_there_is_to_do(program: "Program") -> None:
    program.start("broad", region="US")
    built(program)
    assert "United States: off unless you turned it on" in program.words()
    assert "It is off unless you turned it on." in program.words()
    assert program.row("robots", "tag").isVisible()
    answer(program, "Who hosts your site?", "A company in the cloud")
    assert "Only for people who host their site themselves." in program.words()
    assert not program.row("robots", "tag").isVisible()
    answer(program, "Who hosts your site?", "not said")
    assert program.row("robots", "tag").isVisible()


def test_an_answer_is_given_by_keys_and_not_by_accident(program: "Program") -> None:
    program.start("broad", region="US")
    built(program)
    box = program.find(AnswerBox, "Who hosts your site?")
    wheel = QWheelEvent(
        QPointF(box.rect().center()),
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentData() == ""
    box.setFocus()
    program.bot.keyClick(box, Qt.Key.Key_End)
    assert box.currentData() == ""
    answers = box.view()
    program.bot.keyClick(answers, Qt.Key.Key_Escape)
    program.bot.keyClick(box, Qt.Key.Key_Down)
    assert answers.isVisible()
    program.bot.keyClick(answers, Qt.Key.Key_Down)
    program.bot.keyClick(answers, Qt.Key.Key_Down)
    assert program.row("robots", "tag").isVisible()
    program.bot.keyClick(answers, Qt.Key.Key_Return)
    built(program)
    assert not program.row("robots", "tag").isVisible()
    after = program.find(AnswerBox, "Who hosts your site?")
    assert after.currentData() == "cloud"
    assert after is box
    assert program.focused() == f"{OWN}host"


def test_an_answer_does_not_write_where_somebody_lives(folders: Folders, guides: Path) -> None:
    state = State(folders, Library((guides,)), lambda: NOW, region="US")
    state.answer("broad", f"{OWN}host", "own")
    assert state.person.region == "US"
    told: list[OptoutError] = []
    (me,) = read_people(folders, told.append)
    assert told == []
    assert me.region == ""
    assert me.accounts[0].answers == ("host/own",)
    state.finish()


def test_an_answer_that_the_guide_no_longer_knows_is_as_if_unsaid(program: "Program") -> None:
    program.start("broad", region="US")
    answer(program, "Who hosts your site?", "A company in the cloud")
    assert not program.row("robots", "tag").isVisible()
    program.close()
    file = program.guides / "broad" / "guide.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('id = "cloud"', 'id = "company"'), encoding="utf-8")
    program.start("broad")
    built(program)
    assert program.find(AnswerBox, "Who hosts your site?").currentData() == ""
    assert program.row("robots", "tag").isVisible()


def test_the_answer_is_there_after_a_new_start(program: "Program") -> None:
    program.start("broad")
    answer(program, "Who hosts your site?", "I do")
    assert "You can change the files of your site." in program.words()
    program.close()
    program.start("broad")
    assert program.find(QComboBox, "Who hosts your site?").currentText() == "I do"


def test_one_way_done_sets_the_other_aside(program: "Program") -> None:
    program.start("broad", region="US")
    built(program)
    assert "Or instead: Leave the private mode on. One way is enough." in program.words()
    program.tick("robots", "tag")
    assert "Something to put online · Put online" in program.words()
    assert "Not needed: you took another way, “Put a file online”." in program.words()
    assert not program.row("switch", "flip").isVisible()


def test_a_row_that_is_missing_for_a_reason_settles_the_task(program: "Program") -> None:
    program.start("broad", region="US")
    built(program)
    program.window.open_step.open(("switch", "flip"))
    program.settle()
    assert "Click path, in the program Broad:" in program.words()
    program.press(program.button("I don’t see this"))
    dialog = program.dialog(NotFoundDialog)
    assert "it is not offered to you, and this task is settled" in program.words(dialog)
    program.accept(dialog)
    assert program.whats("broad") == ["could-not-find flip"]
    assert "Switch · Not offered to you" in program.words()
    program.choose("undo")
    program.bot.waitUntil(lambda: len(program.events("broad")) == 2)
    program.settle()
    assert "Switch · 0 of 1 done" in program.words()


def test_another_way_is_shown_where_it_leads(program: "Program") -> None:
    program.start("broad", region="GB")
    built(program)
    program.window.open_step.open(("switch", "flip"))
    program.settle()
    program.press(program.button("I don’t see this"))
    said = program.words(program.dialog(NotFoundDialog))
    assert "Another way, on the watch" in said
    assert "https://‹country›.example.com/" in said
    assert "Sources disagree. One report names another page." in said
    program.dialog(NotFoundDialog).reject()


def test_gaps_repetition_and_unknown_fields_are_told(program: "Program") -> None:
    program.start("broad", region="US")
    built(program)
    said = program.words()
    assert "Do this again for each of your sites." in said
    assert "This asks others to leave it alone. They may not obey." in said
    assert "We know of no one who has seen the fields of this form." in said
    assert "was refused, in whole or in part: Ask for the deletion of your recordings." in said
    program.window.open_step.open(("robots", "tag"))
    program.settle()
    assert "Address: https://‹your site›/robots.txt" in program.words()
    assert "Fill in what is between ‹ and ›." in program.words()
    assert "Do this again for each page." in program.words()


def test_a_request_goes_by_its_name(program: "Program") -> None:
    program.start("broad", region="US")
    built(program)
    assert "Deletion request in writing · 0 of 2 done" in program.words()


def test_the_facts_say_how_certain_they_are(program: "Program") -> None:
    program.start("broad", region="US-VT")
    built(program)
    for title in ("What changed, and when", "Where this comes from"):
        program.press(program.button(title))
    program.press(program.button("What Broad does with your data"))
    program.settle()
    said = program.words()
    assert "about 30 August 2024 to October 2024 (not European Union)" in said
    assert "Sources disagree. Reports name two dates." in said
    assert "Not for people in United States: Vermont." in said
    assert "Sources disagree. One report names another company." in said
    assert "last changed 10 September 2026" in said
    assert "as given by “How Broad listens”" in said
    assert "replaced 1 October 2026" in said


def test_a_guide_leads_to_the_one_that_goes_with_it(program: "Program") -> None:
    window = program.start("broad")
    built(program)
    program.press(program.find(QAbstractButton, "Open the guide on Example"))
    program.settle()
    assert window.slug == "example"


def test_a_switch_that_was_found_so_needs_no_steps(program: "Program") -> None:
    program.start("broad", region="US")
    built(program)
    switch = program.content.sections[1]
    program.press(program.find(QAbstractButton, "It was already set this way", switch))
    program.bot.waitUntil(lambda: len(program.events("broad")) == 1)
    program.settle()
    assert "Switch · Already set correctly" in program.words()
    letter = program.content.sections[2]
    with pytest.raises(AssertionError, match="It was already set this way"):
        program.find(QAbstractButton, "It was already set this way", letter)


def test_where_nothing_is_to_do_no_room_is_kept_for_a_picture(program: "Program") -> None:
    file = program.guides / "broad" / "guide.toml"
    assert file is not None
    text = file.read_text(encoding="utf-8")
    start, end = text.index("[[task]]"), text.index('[[task]]\nid = "no-way-out"')
    left = text[:start] + text[end:].replace('via = "report"\n', "")
    questions = left[left.index("[[question]]") : left.index("[[company]]")]
    file.write_text(left.replace(questions, ""), encoding="utf-8")
    program.start("broad", region="US")
    built(program)
    assert "No way out offered" in program.words()
    assert not program.content.picture_column.isVisible()
    assert "about 0" not in program.words()
