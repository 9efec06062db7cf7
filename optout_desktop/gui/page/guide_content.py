"""What scrolls on the page of a guide, from its head to where all of it comes from."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.page.facts_section import FactsSection
from optout_desktop.gui.page.guide_head import GuideHead
from optout_desktop.gui.page.questions_row import QuestionsRow
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.see_also import SeeAlso
from optout_desktop.gui.page.shown import Shown, StepKey
from optout_desktop.gui.page.step_row import StepRow
from optout_desktop.gui.page.task_section import NumberedTask, TaskSection
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.rows import Rows
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.parts.texts import Texts, notice
from optout_desktop.gui.picture.column import PictureColumn
from optout_desktop.gui.theme import HUGE, LARGE

_CARD_RADIUS = 12


class GuideContent(QWidget):
    """Head, questions and tasks with the picture beside them, and the facts below."""

    def __init__(self, slug: str, requests: Requests, area: QScrollArea) -> None:
        super().__init__()
        self._requests = requests
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(HUGE, LARGE, HUGE, HUGE)
        self._column.setSpacing(LARGE)
        self.head = GuideHead(slug, requests)
        self._questions = QuestionsRow(requests)
        self._warning = Texts(LARGE)
        self._column.addWidget(self.head)
        self._column.addWidget(self._questions)
        self._column.addLayout(self._warning)
        card = Surface("panel", "line", _CARD_RADIUS)
        row = QHBoxLayout(card)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        tasks = QWidget()
        inner = QVBoxLayout(tasks)
        inner.setContentsMargins(0, 0, 0, LARGE)
        inner.setSpacing(0)
        sections = QVBoxLayout()
        inner.addLayout(sections)
        inner.addStretch(1)
        self._sections = Rows[NumberedTask, TaskSection](
            sections, self._made, TaskSection.show_task
        )
        row.addWidget(tasks, 3)
        self.picture_column = PictureColumn(area, _CARD_RADIUS)
        # Until a step is open there is no picture, and no room is kept for one.
        self.picture_column.hide()
        row.addWidget(self.picture_column, 2)
        self._column.addWidget(card)
        self._see_also = SeeAlso(requests)
        self.facts = FactsSection(requests)
        self._legal = Label(
            _("This program explains and reminds. It is not legal advice."), "caption", "mute"
        )
        for widget in (self._see_also, self.facts, self._legal):
            widget.hide()
            self._column.addWidget(widget)
        self._column.addStretch(1)

    @property
    def sections(self) -> list[TaskSection]:
        """The tasks that are there so far."""
        return self._sections.widgets

    def row(self, key: StepKey | None) -> StepRow | None:
        """Find the row of a step, if it is there already."""
        rows = (row for section in self.sections for row in section.rows)
        return next((row for row in rows if row.key == key), None)

    def section(self, row: StepRow) -> TaskSection:
        """Find the task of a row."""
        return next(section for section in self.sections if row in section.rows)

    def show_guide(self, shown: Shown, tasks: int, *, whole: bool) -> None:
        """Show the head and the first ``tasks``, or the ``whole`` guide."""
        checklist = shown.checklist
        self.head.show_head(shown)
        self._questions.show_questions(checklist)
        self._warning.show([notice(checklist.warning)])
        numbered = [
            NumberedTask(number, task, checklist.answer)
            for number, task in enumerate(checklist.tasks, 1)
        ]
        # The first one has no line above it.
        self._sections.show(
            {(one.task.id, one.number > 1): one for one in numbered[: None if whole else tasks]}
        )
        if whole:
            self._see_also.show_guides(shown.see)
            self.facts.show_facts(checklist)
        self.facts.setVisible(whole)
        self._legal.setVisible(whole)

    def _made(self, numbered: NumberedTask) -> TaskSection:
        return TaskSection(numbered, self._requests)
