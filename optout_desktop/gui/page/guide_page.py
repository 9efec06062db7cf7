"""The guide on the right: head, limits, tasks with steps, the picture beside the open step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.frame.open_step import OpenStep
from optout_desktop.gui.page.facts_section import FactsSection
from optout_desktop.gui.page.guide_head import GuideHead
from optout_desktop.gui.page.questions_row import SituationBar
from optout_desktop.gui.page.see_also import SeeAlso
from optout_desktop.gui.page.step_row import StepRow
from optout_desktop.gui.page.task_section import TaskSection
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.scroll_bar import ScrollBar
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.picture.column import PictureColumn
from optout_desktop.gui.picture.place import PicturePlace
from optout_desktop.gui.state.state import State
from optout_desktop.gui.theme import HUGE, LARGE
from optout_desktop.guides.format.shape import Guide
from optout_desktop.plan.overview import ServiceOverview
from optout_desktop.progress.people import accounts_of

if TYPE_CHECKING:
    from optout_desktop.gui.picture.panel import PicturePanel

_CARD_RADIUS = 12


class GuidePage(QScrollArea):
    """One guide. What the person asks for goes out as signals; ``shown`` when it can be used."""

    ticked = Signal(str, str)
    unticked = Signal(str, str)
    record_requested = Signal(str, str)
    letter_requested = Signal(str, str)
    not_found_requested = Signal(str, str)
    note_written = Signal(str, str, str)
    outcome_stated = Signal(str, str)
    open_requested = Signal(str)
    copy_requested = Signal(str)
    where_requested = Signal()
    account_chosen = Signal(str)
    situation_answered = Signal(str, str)
    service_requested = Signal(str)
    shown = Signal(str)
    built = Signal()

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(ScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._state = state
        self.guide: Guide | None = None
        self.sections: list[TaskSection] = []
        self.picture: PicturePanel | None = None
        self.picture_place = PicturePlace(self)
        self._open_step = OpenStep(self, state)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_next)
        self.verticalScrollBar().valueChanged.connect(self.picture_place.move)

    # Showing

    def show_guide(self, guide: Guide) -> None:
        """Show a guide: head and first task at once, the others right after the first paint."""
        self._timer.stop()
        self.guide = guide
        self._open_step.key = None
        self.sections = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(HUGE, LARGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        person = self._state.person
        self.head = GuideHead(
            guide,
            self._state.situation(guide.slug),
            self._overview().minutes,
            accounts_of(person, guide.slug),
            self._state.account(guide.slug),
        )
        self.head.account_chosen.connect(self.account_chosen)
        if self.head.where is not None:
            self.head.where.clicked.connect(self.where_requested)
        column.addWidget(self.head)
        self.situation = SituationBar(guide, self._state.situation(guide.slug))
        self.situation.answered.connect(self.situation_answered)
        column.addWidget(self.situation)
        if guide.warning:
            column.addWidget(Notice(guide.warning))
        self._card = Surface("panel", "line", _CARD_RADIUS)
        self._row = QHBoxLayout(self._card)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        tasks = QWidget()
        self._tasks = QVBoxLayout(tasks)
        self._tasks.setContentsMargins(0, 0, 0, LARGE)
        self._tasks.setSpacing(0)
        self._tasks.addStretch(1)
        self._row.addWidget(tasks, 3)
        self.picture_column = PictureColumn(guide.name, _CARD_RADIUS)
        self.picture_column.changed.connect(self.picture_place.move)
        self._row.addWidget(self.picture_column, 2)
        # Until a step is open there is no picture, and no room is kept for one.
        self.picture_column.hide()
        self.picture = self.picture_column.panel
        column.addWidget(self._card)
        self._column = column
        column.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(0)
        self._add_next()

    @Slot()
    def _add_next(self) -> None:
        """Build one more part: a part at a time keeps the window alive."""
        guide = self.guide
        if guide is None:
            return
        number = len(self.sections)
        if number < len(guide.tasks):
            self._add_task(guide, number)
            self._timer.start()
        else:
            self._add_facts(guide)
            self.built.emit()
        if number == self._first_number(guide):
            self.open_step(self._overview().next_step or self._first_step(), scroll=False)
            self.shown.emit(guide.slug)

    def _first_number(self, guide: Guide) -> int:
        """Find the number of the task that holds the next step."""
        next_step = self._overview().next_step
        tasks = [task.id for task in guide.tasks]
        return tasks.index(next_step[0]) if next_step else 0

    def _add_task(self, guide: Guide, number: int) -> None:
        section = TaskSection(
            guide, guide.tasks[number], number + 1, self._state.situation(guide.slug)
        )
        section.outcome_stated.connect(self.outcome_stated)
        for row in section.rows:
            row.ticked.connect(self.ticked)
            row.unticked.connect(self.unticked)
            row.opened.connect(self._on_opened)
        self.sections.append(section)
        self._tasks.insertWidget(number, section)
        section.show_state(self._overview().tasks[number], self._state.progress(guide.slug))

    def _add_facts(self, guide: Guide) -> None:
        outlines = self._state.outlines
        names = {slug: outlines[slug].name for slug in guide.see if slug in outlines}
        if names:
            see_also = SeeAlso(names)
            see_also.requested.connect(self.service_requested)
            self._column.insertWidget(self._column.count() - 1, see_also)
        self.facts = FactsSection(guide, self._state.person.region, self._state.clock().date())
        self.facts.open_requested.connect(self.open_requested)
        self.facts.copy_requested.connect(self.copy_requested)
        self._column.insertWidget(self._column.count() - 1, self.facts)
        self._column.insertWidget(
            self._column.count() - 1,
            Label(
                _("This program explains and reminds. It is not legal advice."), "caption", "mute"
            ),
        )

    def refresh(self) -> None:
        """Show what stands now, without building anything again."""
        if self.guide is None:
            return
        overview, state = self._overview(), self._state.progress(self.guide.slug)
        for section, task in zip(self.sections, overview.tasks, strict=False):
            section.show_state(task, state)
        row = self.row(self.current)
        if row is not None and self.picture is not None:
            self.picture.show_done(done=state.step(*row.key).done)

    def redraw(self) -> None:
        """Draw the picture again, after a change of colours or text size."""
        if self.picture is not None:
            self.picture.redraw()
            self.picture_place.move()

    # Steps

    @property
    def current(self) -> tuple[str, str] | None:
        """The step that is open, as (task, step)."""
        return self._open_step.key

    def row(self, key: tuple[str, str] | None) -> StepRow | None:
        """Find the row of a step, if it is built already."""
        return next((row for s in self.sections for row in s.rows if row.key == key), None)

    def open_step(
        self, key: tuple[str, str] | None, *, focus: bool = False, scroll: bool = True
    ) -> None:
        """Open one step and close the one before."""
        self._open_step.open(key, focus=focus, scroll=scroll)

    def after_tick(self, key: tuple[str, str]) -> None:
        """Go on to the next open step."""
        self._open_step.after_tick(key)

    def _first_step(self) -> tuple[str, str] | None:
        """Find what to show where nothing is next; what is folded away stays so."""
        rows = (row for section in self.sections if not section.is_folded for row in section.rows)
        first = next((row for row in rows if not row.isHidden()), None)
        return first.key if first is not None else None

    def _overview(self) -> ServiceOverview:
        assert self.guide is not None  # noqa: S101 - asked only while a guide is shown
        return self._state.overview(self.guide.slug)

    @Slot(str, str)
    def _on_opened(self, task: str, step: str) -> None:
        self.open_step((task, step))

    def set_narrow(self, narrow: bool) -> None:
        """Put the picture below the step where the window is narrow, beside it where it is not."""
        self.picture_place.set_narrow(narrow)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Place the picture anew."""
        super().resizeEvent(arg__1)
        self.picture_place.move()
