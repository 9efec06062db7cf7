"""One task on the screen: its title, what it does and does not, and its steps."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.guide import (
    because_words,
    doubts,
    each_words,
    either_words,
    fields_words,
    letter_words,
    reach_words,
    surface_words,
    task_line,
)
from optout_desktop.checklist.words.lines import about_minutes
from optout_desktop.gui.dates import written
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.step_row import StepRow
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.fold import Fold
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.surface import Rule
from optout_desktop.gui.theme import LARGE, MEDIUM, SMALL, TINY
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import FormField, Step, Surface, Task
from optout_desktop.plan.task import TaskOverview
from optout_desktop.progress.state import ServiceState
from optout_desktop.situation.regions import holds_in
from optout_desktop.situation.rules import Situation, applies

_SETTINGS = frozenset({"toggle", "choice", "plan", "admin"})
"""Kinds of tasks whose control may be found as it should be left."""


class TaskSection(QWidget):
    """One task with its steps, and what the person may say of the whole."""

    def __init__(
        self,
        guide: Guide,
        task: Task,
        number: int,
        situation: Situation,
        requests: Requests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.guide, self.task = guide, task
        self._number = number
        self._requests = requests
        self._situation = situation
        self._said = applies(guide.applies, situation).because
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._column.setSpacing(TINY)
        if number > 1:
            self._column.addWidget(Rule())
            self._column.addSpacing(SMALL)
        self._add_head()
        body = QWidget()
        steps = QVBoxLayout(body)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(TINY)
        self._add_texts(steps)
        self._add_fields(steps)
        steps.addSpacing(TINY)
        self.rows = [self._row(step) for step in task.steps]
        for row in self.rows:
            steps.addWidget(row)
        self._add_effects(steps)
        self._add_outcomes(steps)
        self._fold = Fold(_("Show this task all the same"), body)
        self._column.addWidget(self._fold)

    def show_state(self, overview: TaskOverview, state: ServiceState) -> None:
        """Show what stands of this task."""
        where = [surface_words(surface) for surface in _surfaces(self.task)]
        parts = [task_line(overview)]
        if self.task.kind != "nothing" and overview.status not in {"not-for-you", "retired"}:
            parts.append(about_minutes(self.task.minutes))
        if where:
            parts.append(_("works {places}").format(places=", ".join(where)))
        self._line.setText(" · ".join(parts))
        self._heading.setText(self._title(optional=overview.optional))
        because = self._because_words(overview)
        self._because.setText(because)
        self._because.setVisible(bool(because))
        self._fold.set_foldable(overview.status == "not-for-you")
        for row in self.rows:
            row.show_state(state.step(*row.key))
        stated = bool(state.outcomes.get(self.task.id))
        self._take_back.setVisible(stated)
        self._outcomes.setVisible(not stated and self.task.kind != "nothing")

    @property
    def is_folded(self) -> bool:
        """Whether the steps are folded away."""
        return self._fold.is_folded

    def unfold(self) -> None:
        """Show the steps of a task that is folded away."""
        self._fold.unfold()

    def _row(self, step: Step) -> StepRow:
        found = applies(step.applies, self._situation)
        row = StepRow(self.task, step, self._requests, optional=step.optional or found.optional)
        if found.folds:
            row.hide()
        return row

    def _add_head(self) -> None:
        self._heading = Label("", "title", bold=True)
        self._column.addWidget(self._heading)
        self._line = Label("", "caption", "mute")
        self._column.addWidget(self._line)
        self._because = Label("", "caption", "mute")
        self._column.addWidget(self._because)

    def _because_words(self, overview: TaskOverview) -> str:
        """Say why the task applies or not, where the head of the guide does not say it already."""
        found = overview.applicability
        if found.because == self._said:
            return ""
        return because_words(found, written)

    def _title(self, *, optional: bool) -> str:
        title = _("{number}  {title} (optional)") if optional else _("{number}  {title}")
        return title.format(number=self._number, title=self.task.title)

    def _add_texts(self, column: QVBoxLayout) -> None:
        letter = letter_words(self.task, self._situation.region)
        for words in filter(None, (self.task.text, letter)):
            column.addWidget(Label(words))
        # How far it reaches is told with the other effects, where it does not change what it is.
        another = self.task.effect in {"asks-only", "not-training"}
        for words in (
            either_words(self.task, self.guide.tasks, self._situation),
            each_words(self.task),
            reach_words(self.task) if another else "",
        ):
            if words:
                column.addWidget(Label(words, role="mute"))
        for text in (self.task.warning, self.task.reason):
            if text:
                column.addWidget(Notice(text))
        if self.task.disputed:
            column.addWidget(Notice(_("Sources disagree. {what}").format(what=self.task.disputed)))
        if self.task.confidence == "low":
            column.addWidget(
                Notice(_("Not well confirmed: this may look different for you, or be missing."))
            )

    def _add_fields(self, column: QVBoxLayout) -> None:
        fields = [one for one in self.task.fields if holds_in(one.regions, self._situation.region)]
        if unknown := fields_words(self.task):
            column.addWidget(Label(unknown, role="mute"))
        if not fields:
            return
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(LARGE, 0, 0, 0)
        for field in fields:
            inner.addWidget(Label(_field_words(field)))
            for doubt in doubts(field):
                inner.addWidget(Notice(doubt))
        fold = Fold(_("What the form asks for"), inside)
        fold.set_foldable(True)
        column.addWidget(fold)

    def _add_effects(self, column: QVBoxLayout) -> None:
        effects = (
            (_("What it stops: {text}"), self.task.stops),
            (_("What stays: {text}"), self.task.stays),
            (_("What you lose: {text}"), self.task.breaks),
            (_("How to turn it back: {text}"), self.task.undo),
        )
        told = [words.format(text=text) for words, text in effects if text]
        if reach := reach_words(self.task):
            told.insert(0, reach)
        if not told:
            return
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(LARGE, 0, 0, 0)
        for text in told:
            inner.addWidget(Label(text))
        fold = Fold(_("What this does, and what it does not"), inside)
        fold.set_foldable(True)
        column.addWidget(fold)

    def _add_outcomes(self, column: QVBoxLayout) -> None:
        self._outcomes = QWidget()
        row = FlowLayout(self._outcomes)
        self._found_so = Button(_("I found it so already"), "flat")
        self._not_offered = Button(_("Not offered to me"), "flat")
        self._skip = Button(_("Skip this task"), "flat")
        for button in (self._found_so, self._not_offered, self._skip):
            button.setAccessibleDescription(self.task.title)
            row.addWidget(button)
        self._found_so.setVisible(self.task.kind in _SETTINGS)
        self._found_so.clicked.connect(self._on_found_so)
        self._not_offered.clicked.connect(self._on_not_offered)
        self._skip.clicked.connect(self._on_skip)
        column.addWidget(self._outcomes)
        self._take_back = Button(_("Take this back: do the task after all"))
        self._take_back.clicked.connect(self._on_take_back)
        column.addWidget(self._take_back)

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


def _surfaces(task: Task) -> list[Surface]:
    """List where the task can be done, as far as sources say it."""
    steps = (step.surface for step in task.steps)
    ways = (way.surface for step in task.steps for way in step.ways)
    return [*dict.fromkeys(surface for surface in (*steps, *ways) if surface)]


def _field_words(field: FormField) -> str:
    needed = {
        True: _("{label} (needed): {text}"),
        False: _("{label} (may stay empty): {text}"),
        None: _("{label}: {text}"),
    }[field.required]
    return needed.format(label=field.label, text=field.text)
