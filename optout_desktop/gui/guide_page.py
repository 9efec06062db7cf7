"""The guide on the right: head, limits, tasks with steps, the picture beside the open step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.announce import announce
from optout_desktop.gui.facts_section import FactsSection
from optout_desktop.gui.guide_head import GuideHead
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.scroll_bar import ScrollBar
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.picture_column import PictureColumn
from optout_desktop.gui.picture_place import PicturePlace
from optout_desktop.gui.see_also import SeeAlso
from optout_desktop.gui.situation_bar import SituationBar
from optout_desktop.gui.step_details import StepDetails
from optout_desktop.gui.step_row import StepRow
from optout_desktop.gui.store import Store
from optout_desktop.gui.task_section import TaskSection
from optout_desktop.gui.theme import HUGE, LARGE
from optout_desktop.guides.shape import Guide
from optout_desktop.plan.overview import ServiceOverview, next_step
from optout_desktop.plan.task import TaskOverview
from optout_desktop.plan.words import steps_done
from optout_desktop.progress.people import accounts_of

if TYPE_CHECKING:
    from optout_desktop.gui.picture_panel import PicturePanel

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

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(ScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._store = store
        self.guide: Guide | None = None
        self.current: tuple[str, str] | None = None
        self.sections: list[TaskSection] = []
        self.picture: PicturePanel | None = None
        self.picture_place = PicturePlace(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_next)
        self.verticalScrollBar().valueChanged.connect(self.picture_place.move)
        store.trouble.connect(self._show_unsaved)

    # Showing

    def show_guide(self, guide: Guide) -> None:
        """Show a guide: head and first task at once, the others right after the first paint."""
        self._timer.stop()
        self.guide = guide
        self.current = None
        self.sections = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(HUGE, LARGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        person = self._store.person
        self.head = GuideHead(
            guide,
            self._store.situation(guide.slug),
            _minutes(self._overview()),
            accounts_of(person, guide.slug),
            self._store.account(guide.slug),
        )
        self.head.account_chosen.connect(self.account_chosen)
        if self.head.where is not None:
            self.head.where.clicked.connect(self.where_requested)
        column.addWidget(self.head)
        self.situation = SituationBar(guide, self._store.situation(guide.slug))
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
            guide, guide.tasks[number], number + 1, self._store.situation(guide.slug)
        )
        section.outcome_stated.connect(self.outcome_stated)
        for row in section.rows:
            row.ticked.connect(self.ticked)
            row.unticked.connect(self.unticked)
            row.opened.connect(self._on_opened)
        self.sections.append(section)
        self._tasks.insertWidget(number, section)
        section.show_state(self._overview().tasks[number], self._store.state(guide.slug))

    def _add_facts(self, guide: Guide) -> None:
        outlines = self._store.outlines
        names = {slug: outlines[slug].name for slug in guide.see if slug in outlines}
        if names:
            see_also = SeeAlso(names)
            see_also.requested.connect(self.service_requested)
            self._column.insertWidget(self._column.count() - 1, see_also)
        self.facts = FactsSection(guide, self._store.person.region, self._store.clock().date())
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
        overview, state = self._overview(), self._store.state(self.guide.slug)
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

    def row(self, key: tuple[str, str] | None) -> StepRow | None:
        """Find the row of a step, if it is built already."""
        return next((row for s in self.sections for row in s.rows if row.key == key), None)

    def open_step(
        self, key: tuple[str, str] | None, *, focus: bool = False, scroll: bool = True
    ) -> None:
        """Open one step and close the one before."""
        row = self.row(key)
        if row is None or self.guide is None or self.picture is None:
            return
        self._section(row).unfold()
        if key != self.current or row.details is None:
            self._close_current()
            self.current = row.key
            details = StepDetails(
                self.guide,
                row.task,
                row.step,
                self._store.clock().date(),
                self._store.situation(self.guide.slug),
            )
            details.open_requested.connect(self.open_requested)
            details.copy_requested.connect(self.copy_requested)
            details.not_found_requested.connect(self._on_not_found)
            details.record_requested.connect(self._on_record)
            details.letter_requested.connect(self._on_letter)
            details.note_written.connect(self._on_note)
            row.open(details)
            state = self._store.state(self.guide.slug).step(*row.key)
            row.show_state(state)
            self._show_unsaved()
            self.picture.show_step(row.step, done=state.done)
            self.picture_place.put()
        if focus:
            row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        # With the page as context: without it Qt for Python calls a page that is gone.
        if scroll:
            QTimer.singleShot(0, self, self._show_row_next)
        else:
            QTimer.singleShot(0, self, self.picture_place.move)

    def _section(self, row: StepRow) -> TaskSection:
        return next(section for section in self.sections if row in section.rows)

    def after_tick(self, key: tuple[str, str]) -> None:
        """Go on to the next open step, and tell a screen reader how far it is."""
        overview = self._overview()
        task = next(task for task in overview.tasks if task.task.id == key[0])
        words = steps_done(task.done, task.total)
        announce(self, words)
        following = self._following(task) or overview.next_step
        if following is not None and following != key:
            self.open_step(following, focus=True)
        elif self.picture is not None and key == self.current:
            row = self.row(key)
            self.picture.show_step(row.step if row else None, done=True)

    def _following(self, task: TaskOverview) -> tuple[str, str] | None:
        """Find what is open in the task that the person is at, before they go to another."""
        assert self.guide is not None  # noqa: S101 - asked only while a guide is shown
        slug = self.guide.slug
        key = next_step((task,), self._store.state(slug), self._store.situation(slug))
        row = self.row(key)
        return None if row is None or row.step.records == "answer" else key

    def _close_current(self) -> None:
        before = self.row(self.current)
        if before is not None:
            self.picture_place.leave()
            before.close_details()
        self.current = None

    def _first_step(self) -> tuple[str, str] | None:
        """Find what to show where nothing is next; what is folded away stays so."""
        rows = (row for section in self.sections if not section.is_folded for row in section.rows)
        first = next((row for row in rows if not row.isHidden()), None)
        return first.key if first is not None else None

    def _overview(self) -> ServiceOverview:
        assert self.guide is not None  # noqa: S101 - asked only while a guide is shown
        return self._store.overview(self.guide.slug)

    @Slot(str, str)
    def _on_opened(self, task: str, step: str) -> None:
        self.open_step((task, step))

    @Slot()
    def _on_not_found(self) -> None:
        if self.current:
            self.not_found_requested.emit(*self.current)

    @Slot()
    def _on_record(self) -> None:
        if self.current:
            self.record_requested.emit(*self.current)

    @Slot()
    def _on_letter(self) -> None:
        if self.current:
            self.letter_requested.emit(*self.current)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        sender = self.sender()
        if isinstance(sender, StepDetails):
            self.note_written.emit(sender.task.id, sender.step.id, text)

    @Slot()
    def _show_unsaved(self) -> None:
        row = self.row(self.current)
        if row is not None and row.details is not None and self.guide is not None:
            row.details.show_unsaved(self._store.unsaved_note(self.guide.slug, *row.key))

    # The picture's place

    def set_narrow(self, narrow: bool) -> None:
        """Put the picture below the step where the window is narrow, beside it where it is not."""
        self.picture_place.set_narrow(narrow)

    @Slot()
    def _show_row_next(self) -> None:
        # The first turn lays out what was opened, the second one knows how tall it became.
        QTimer.singleShot(0, self, self._show_row)

    @Slot()
    def _show_row(self) -> None:
        row, content = self.row(self.current), self.widget()
        if row is not None and content is not None:
            self._column.activate()
            top = row.mapTo(content, QPoint(0, 0)).y()
            height = min(row.height(), self.viewport().height() - 2 * LARGE)
            self.ensureVisible(0, top + height, 0, LARGE)
            self.ensureVisible(0, top, 0, LARGE)
        self.picture_place.move()

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Place the picture anew."""
        super().resizeEvent(arg__1)
        self.picture_place.move()


def _minutes(overview: ServiceOverview) -> int:
    """Add up what applies to this person."""
    return sum(
        task.task.minutes
        for task in overview.tasks
        if task.counts and task.status not in {"nothing", "retired"}
    )


def make_page(store: Store) -> GuidePage:
    """Make the page; a function of its own, so that the window can ask for it late."""
    return GuidePage(store)
