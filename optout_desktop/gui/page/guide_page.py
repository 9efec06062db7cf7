"""The guide on the right: head, limits, tasks with steps, the picture beside the open step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.page.facts_section import FactsSection
from optout_desktop.gui.page.guide_head import GuideHead
from optout_desktop.gui.page.questions_row import SituationBar
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.see_also import SeeAlso
from optout_desktop.gui.page.step_details import StepDetails
from optout_desktop.gui.page.step_row import StepRow
from optout_desktop.gui.page.task_section import TaskSection
from optout_desktop.gui.parts.focus import follow
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.scroll_bar import ScrollBar
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.picture.column import PictureColumn
from optout_desktop.gui.state.state import State
from optout_desktop.gui.theme import HUGE, LARGE
from optout_desktop.guides.format.shape import Guide
from optout_desktop.plan.overview import ServiceOverview
from optout_desktop.progress.people import accounts_of

if TYPE_CHECKING:
    from optout_desktop.gui.picture.panel import PicturePanel

_CARD_RADIUS = 12


class GuidePage(QScrollArea):
    """One guide; what the person asks for goes out through ``requests``.

    ``shown`` says that it can be used, ``built`` that all of it is there.
    """

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
        self.requests = Requests(self)
        self._state = state
        self._narrow = False
        self.guide: Guide | None = None
        self.sections: list[TaskSection] = []
        self.picture: PicturePanel | None = None
        self._open: StepRow | None = None
        self._first: tuple[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_next)

    # Showing

    def show_guide(self, guide: Guide, key: tuple[str, str] | None) -> None:
        """Show a guide with a step open: its task at once, others right after the first paint."""
        self._timer.stop()
        self.guide = guide
        self._open, self._first = None, key
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
            self.requests,
        )
        column.addWidget(self.head)
        self.situation = SituationBar(guide, self._state.situation(guide.slug), self.requests)
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
        self.picture_column = PictureColumn(guide.name, self, _CARD_RADIUS)
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
            if self._first is not None:
                self.open_step(self._first, scroll=False)
            self.shown.emit(guide.slug)

    def _first_number(self, guide: Guide) -> int:
        """Find the number of the task that holds the step to be open."""
        tasks = [task.id for task in guide.tasks]
        return tasks.index(self._first[0]) if self._first else 0

    def _add_task(self, guide: Guide, number: int) -> None:
        section = TaskSection(
            guide,
            guide.tasks[number],
            number + 1,
            self._state.situation(guide.slug),
            self.requests,
        )
        self.sections.append(section)
        self._tasks.insertWidget(number, section)
        section.show_state(self._overview().tasks[number], self._state.progress(guide.slug))

    def _add_facts(self, guide: Guide) -> None:
        outlines = self._state.outlines
        names = {slug: outlines[slug].name for slug in guide.see if slug in outlines}
        if names:
            see_also = SeeAlso(names, self.requests)
            self._column.insertWidget(self._column.count() - 1, see_also)
        self.facts = FactsSection(
            guide, self._state.person.region, self._state.now().date(), self.requests
        )
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
        if self._open is not None and self.picture is not None:
            self.picture.show_done(done=state.step(*self._open.key).done)

    def redraw(self) -> None:
        """Draw the picture again, after a change of colours or text size."""
        if self.picture is not None:
            self.picture.redraw()
            self.picture_column.move_picture()

    def _overview(self) -> ServiceOverview:
        assert self.guide is not None  # noqa: S101 - asked only while a guide is shown
        return self._state.overview(self.guide.slug)

    # The open step

    def row(self, key: tuple[str, str] | None) -> StepRow | None:
        """Find the row of a step, if it is built already."""
        return next((row for s in self.sections for row in s.rows if row.key == key), None)

    def open_step(self, key: tuple[str, str], *, focus: bool = False, scroll: bool = True) -> None:
        """Open a step and close the one before; give it the keyboard, bring it into sight."""
        row = self.row(key)
        if row is None:
            # It is not built yet, and is opened when it is.
            self._first = key
            return
        next(section for section in self.sections if row in section.rows).unfold()
        if row is not self._open:
            self._close()
            self._open = row
            self._fill(row)
        if focus:
            row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        # With an object as context: without it Qt for Python calls a page that is gone.
        if scroll:
            QTimer.singleShot(0, self, self._show_row_next)
        else:
            QTimer.singleShot(0, self.picture_column, self.picture_column.move_picture)

    def _fill(self, row: StepRow) -> None:
        """Show what helps to do a step, and its picture."""
        assert self.guide is not None  # noqa: S101 - opened only while a guide is shown
        slug = self.guide.slug
        today, situation = self._state.now().date(), self._state.situation(slug)
        row.open(StepDetails(self.guide, row.task, row.step, today, situation, self.requests))
        state = self._state.progress(slug).step(*row.key)
        row.show_state(state)
        if self.picture is not None:
            self.picture.show_step(row.step, done=state.done)
            self._put_picture()

    def _close(self) -> None:
        if self._open is not None:
            self.picture_column.leave()
            self._open.close_details()
            self._open = None

    def keep_note(self) -> None:
        """Ask to keep a note that is being typed; the service must be the one that it is about."""
        if self._open is not None and self._open.details is not None:
            self._open.details.keep_note()

    def set_narrow(self, narrow: bool) -> None:
        """Put the picture below the step where the window is narrow, beside it where it is not."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._put_picture()

    def _put_picture(self) -> None:
        row = self._open
        if row is None or row.details is None:
            return
        # A whole task without pictures leaves no empty column; within a task nothing jumps.
        drawn = any(step.picture for step in row.task.steps)
        self.picture_column.setVisible(drawn and not self._narrow)
        if self._narrow:
            row.details.add_picture(self.picture_column.lend())
        else:
            self.picture_column.stand_beside(row)
        panel = self.picture_column.panel
        follow(row.details.note_button, panel)
        panel.setVisible(row.step.picture is not None)
        self.picture_column.move_picture()

    @Slot()
    def _show_row_next(self) -> None:
        # The first turn lays out what was opened, the second one knows how tall it became.
        QTimer.singleShot(0, self, self._show_row)

    @Slot()
    def _show_row(self) -> None:
        row, content = self._open, self.widget()
        if row is not None and content is not None:
            if (layout := content.layout()) is not None:
                layout.activate()
            top = row.mapTo(content, QPoint(0, 0)).y()
            height = min(row.height(), self.viewport().height() - 2 * LARGE)
            self.ensureVisible(0, top + height, 0, LARGE)
            self.ensureVisible(0, top, 0, LARGE)
            self.picture_column.move_picture()

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Place the picture anew."""
        super().resizeEvent(arg__1)
        if self.guide is not None:
            self.picture_column.move_picture()
