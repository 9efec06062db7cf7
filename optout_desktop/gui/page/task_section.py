"""One task on the screen: its title, what it does and does not, and its steps."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list
from optout_desktop.checklist.sourced import Answer
from optout_desktop.checklist.tasks import Step, Task
from optout_desktop.checklist.words.answer import because_words, task_because_words
from optout_desktop.checklist.words.doubt import doubts
from optout_desktop.checklist.words.lines import about_minutes
from optout_desktop.checklist.words.step import surface_words
from optout_desktop.checklist.words.task import (
    each_words,
    effect_words,
    field_words,
    fields_known_words,
    instead_words,
    letter_words,
    reach_words,
    task_line,
)
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.step_row import StepRow
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.fold import Fold
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.rows import Rows
from optout_desktop.gui.parts.surface import Rule
from optout_desktop.gui.parts.text_fold import TextFold
from optout_desktop.gui.parts.texts import Text, Texts, notice, quiet
from optout_desktop.gui.theme import LARGE, MEDIUM, SMALL, TINY


class NumberedTask(NamedTuple):
    """A task with its number; ``said`` is what the head of the guide answers already."""

    number: int
    task: Task
    said: Answer


class TaskSection(QWidget):
    """One task with its steps, and what the person may say of the whole."""

    def __init__(
        self, numbered: NumberedTask, requests: Requests, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.task = numbered.task
        self._requests = requests
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(TINY)
        if numbered.number > 1:
            column.addWidget(Rule())
            column.addSpacing(SMALL)
        self._heading = Label("", "title", bold=True)
        self._line = Label("", "caption", "mute")
        self._because = Label("", "caption", "mute")
        for label in (self._heading, self._line, self._because):
            column.addWidget(label)
        body = QWidget()
        steps = QVBoxLayout(body)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(TINY)
        self._texts = Texts(TINY)
        steps.addLayout(self._texts)
        self._fields = _folded(steps, _("What the form asks for"))
        steps.addSpacing(TINY)
        column_of_rows = QVBoxLayout()
        column_of_rows.setSpacing(TINY)
        self._rows = Rows[tuple[Task, Step], StepRow](column_of_rows, self._made, _show)
        steps.addLayout(column_of_rows)
        self._effects = _folded(steps, _("What this does, and what it does not"))
        self._add_outcomes(steps)
        self._fold = Fold(_("Show this task anyway"), body)
        column.addWidget(self._fold)

    @property
    def rows(self) -> list[StepRow]:
        """The steps in their order."""
        return self._rows.widgets

    def show_task(self, numbered: NumberedTask) -> None:
        """Show what stands of a task."""
        task = self.task = numbered.task
        title = _("{number}  {title} (optional)") if task.optional else _("{number}  {title}")
        self._heading.setText(title.format(number=numbered.number, title=task.title))
        self._line.setText(" · ".join(_facts(task)))
        because = task_because_words(task, "you")
        if because == because_words(numbered.said, "you"):
            because = ""
        self._because.setText(because)
        self._because.setVisible(bool(because))
        self._fold.set_foldable(task.status == "not-for-you")
        self._texts.show(_texts(task))
        fields = tuple(_fields(task))
        self._fields.show({"fields": fields} if fields else {})
        self._rows.show({step.id: (task, step) for step in task.steps})
        effects = tuple(map(Text, effect_words(task)))
        self._effects.show({"effects": effects} if effects else {})
        self._show_outcomes(task)

    @property
    def is_folded(self) -> bool:
        """Whether the steps are folded away."""
        return self._fold.is_folded

    def unfold(self) -> None:
        """Show the steps of a task that is folded away."""
        self._fold.unfold()

    def _made(self, step: tuple[Task, Step]) -> StepRow:
        return StepRow((step[0].id, step[1].id), self._requests)

    def _add_outcomes(self, column: QVBoxLayout) -> None:
        self._outcomes = QWidget()
        row = FlowLayout(self._outcomes)
        self._found_so = Button(_("It was already set this way"), "flat")
        self._not_offered = Button(_("Not offered to me"), "flat")
        self._skip = Button(_("Skip this task"), "flat")
        for button in (self._found_so, self._not_offered, self._skip):
            row.addWidget(button)
        self._found_so.clicked.connect(self._on_found_so)
        self._not_offered.clicked.connect(self._on_not_offered)
        self._skip.clicked.connect(self._on_skip)
        column.addWidget(self._outcomes)
        self._take_back = Button(_("Undo this and do the task after all"))
        self._take_back.clicked.connect(self._on_take_back)
        column.addWidget(self._take_back)

    def _show_outcomes(self, task: Task) -> None:
        for button in (self._found_so, self._not_offered, self._skip):
            button.setAccessibleDescription(task.title)
        self._found_so.setVisible(task.may_be_set_already)
        self._take_back.setVisible(bool(task.stated))
        self._outcomes.setVisible(not task.stated and task.kind != "nothing")

    @Slot()
    def _on_found_so(self) -> None:
        self._requests.outcome.emit(self.task.id, "found-so")

    @Slot()
    def _on_not_offered(self) -> None:
        self._requests.outcome.emit(self.task.id, "not-offered")

    @Slot()
    def _on_skip(self) -> None:
        self._requests.outcome.emit(self.task.id, "skipped")

    @Slot()
    def _on_take_back(self) -> None:
        self._requests.outcome.emit(self.task.id, "")


def _show(row: StepRow, step: tuple[Task, Step]) -> None:
    row.show_step(*step)


def _facts(task: Task) -> Iterator[str]:
    """Say in a few words what a task is, how long it takes and where it is done."""
    yield task_line(task)
    if task.kind != "nothing" and task.status not in {"not-for-you", "retired"}:
        yield about_minutes(task.minutes)
    if task.surfaces:
        yield _("works {places}").format(places=and_list([*map(surface_words, task.surfaces)]))


def _texts(task: Task) -> Iterator[Text]:
    """Say what a reader should know before the steps."""
    yield Text(task.text)
    yield Text(letter_words(task.letter))
    yield quiet(instead_words(task.instead))
    yield quiet(each_words(task.each))
    # How far it reaches is told with the other effects, where it does not change what it is.
    if task.effect in {"asks-only", "not-training"}:
        yield quiet(reach_words(task.effect))
    yield notice(task.warning)
    yield notice(task.reason)
    yield from map(notice, doubts(task))
    yield quiet(fields_known_words(task.fields_known))


def _fields(task: Task) -> Iterator[Text]:
    for field in task.fields:
        yield Text(field_words(field))
        yield from map(notice, doubts(field))


def _folded(column: QVBoxLayout, title: str) -> Rows[tuple[Text, ...], TextFold]:
    """Make room for paragraphs that fold away, where there are any."""
    layout = QVBoxLayout()
    column.addLayout(layout)

    def made(_texts: tuple[Text, ...]) -> TextFold:
        return TextFold(title)

    return Rows(layout, made, TextFold.show_texts)
