"""The one step of a page that is open: what helps to do it, and where it goes after a tick."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot

from optout_desktop.checklist.words.outcome import steps_done
from optout_desktop.gui.announce import announce
from optout_desktop.gui.page.step_details import StepDetails
from optout_desktop.gui.page.step_row import StepRow
from optout_desktop.gui.state.state import State
from optout_desktop.gui.theme import LARGE
from optout_desktop.plan.overview import next_step
from optout_desktop.plan.task import TaskOverview

if TYPE_CHECKING:
    from optout_desktop.gui.page.guide_page import GuidePage


class OpenStep(QObject):
    """Opens one step of a page and closes the one before; ``key`` names it as (task, step)."""

    def __init__(self, page: "GuidePage", state: State) -> None:
        super().__init__(page)
        self._page, self._state = page, state
        self.key: tuple[str, str] | None = None
        state.trouble.connect(self._show_unsaved)

    def open(self, key: tuple[str, str] | None, *, focus: bool, scroll: bool) -> None:
        """Open a step, give it the keyboard, and bring it into sight."""
        page = self._page
        row = page.row(key)
        if row is None or page.guide is None or page.picture is None:
            return
        next(section for section in page.sections if row in section.rows).unfold()
        if key != self.key or row.details is None:
            self._close()
            self.key = row.key
            row.open(self._details(row))
            state = self._state.progress(page.guide.slug).step(*row.key)
            row.show_state(state)
            self._show_unsaved()
            page.picture.show_step(row.step, done=state.done)
            page.picture_place.put()
        if focus:
            row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        # With an object as context: without it Qt for Python calls a page that is gone.
        if scroll:
            QTimer.singleShot(0, self, self._show_row_next)
        else:
            QTimer.singleShot(0, page.picture_place, page.picture_place.move)

    def after_tick(self, key: tuple[str, str]) -> None:
        """Go on to the next open step, and tell a screen reader how far it is."""
        page = self._page
        assert page.guide is not None  # noqa: S101 - ticked only while a guide is shown
        overview = self._state.overview(page.guide.slug)
        task = next(task for task in overview.tasks if task.task.id == key[0])
        announce(page, steps_done(task.done, task.total))
        following = self._following(task) or overview.next_step
        if following is not None and following != key:
            self.open(following, focus=True, scroll=True)
        elif page.picture is not None and key == self.key:
            row = page.row(key)
            page.picture.show_step(row.step if row else None, done=True)

    def _details(self, row: StepRow) -> StepDetails:
        page = self._page
        assert page.guide is not None  # noqa: S101 - opened only while a guide is shown
        today, situation = self._state.clock().date(), self._state.situation(page.guide.slug)
        details = StepDetails(page.guide, row.task, row.step, today, situation)
        details.open_requested.connect(page.open_requested)
        details.copy_requested.connect(page.copy_requested)
        details.not_found_requested.connect(page.not_found_requested)
        details.record_requested.connect(page.record_requested)
        details.letter_requested.connect(page.letter_requested)
        details.note_written.connect(page.note_written)
        return details

    def _following(self, task: TaskOverview) -> tuple[str, str] | None:
        """Find what is open in the task that the person is at, before they go to another."""
        page = self._page
        assert page.guide is not None  # noqa: S101 - asked only while a guide is shown
        slug = page.guide.slug
        key = next_step((task,), self._state.progress(slug), self._state.situation(slug))
        row = page.row(key)
        return None if row is None or row.step.records == "answer" else key

    def _close(self) -> None:
        before = self._page.row(self.key)
        if before is not None:
            self._page.picture_place.leave()
            before.close_details()
        self.key = None

    @Slot()
    def _show_unsaved(self) -> None:
        page = self._page
        row = page.row(self.key)
        if row is not None and row.details is not None and page.guide is not None:
            row.details.show_unsaved(self._state.unsaved_note(page.guide.slug, *row.key))

    @Slot()
    def _show_row_next(self) -> None:
        # The first turn lays out what was opened, the second one knows how tall it became.
        QTimer.singleShot(0, self, self._show_row)

    @Slot()
    def _show_row(self) -> None:
        page = self._page
        row, content = page.row(self.key), page.widget()
        if row is not None and content is not None:
            if (layout := content.layout()) is not None:
                layout.activate()
            top = row.mapTo(content, QPoint(0, 0)).y()
            height = min(row.height(), page.viewport().height() - 2 * LARGE)
            page.ensureVisible(0, top + height, 0, LARGE)
            page.ensureVisible(0, top, 0, LARGE)
        page.picture_place.move()
