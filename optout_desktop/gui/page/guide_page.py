"""The guide on the right: it is built part by part, and later only what differs is changed."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from optout_desktop.gui.page.guide_content import GuideContent
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.shown import Shown, StepKey
from optout_desktop.gui.page.step_details import OpenedStep, StepDetails
from optout_desktop.gui.page.step_row import StepRow
from optout_desktop.gui.parts.focus import reached
from optout_desktop.gui.parts.scroll_bar import ScrollBar
from optout_desktop.gui.theme import LARGE


class GuidePage(QScrollArea):
    """One guide; what the person asks for goes out through ``requests``.

    ``shown`` says that the guide with a slug can be used, ``built`` that all of it is there, and
    ``changed`` that the page may have other widgets than before.
    """

    shown = Signal(str)
    built = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(ScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.requests = Requests(self)
        self.content = GuideContent("", self.requests, self)
        self.content.hide()
        self.setWidget(self.content)
        self.is_built = False
        self._shown: Shown | None = None
        self._open: StepRow | None = None
        self._is_narrow = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_next)

    def show_guide(self, shown: Shown) -> None:
        """Show a guide; where it is shown already, change what differs.

        A new one is there at once as far as its first task, the rest right after the first paint.
        """
        before, self._shown = self._shown, shown
        if before is None or before.checklist.slug != shown.checklist.slug:
            self._open, self.is_built = None, False
            self.content = GuideContent(shown.checklist.slug, self.requests, self)
            self.setWidget(self.content)
            self.verticalScrollBar().setValue(0)
            self._add_next()
        elif shown != before:
            if (before.person, before.account) != (shown.person, shown.account):
                self.verticalScrollBar().setValue(0)
            self._show_parts(shown, len(self.content.sections))

    @Slot()
    def _add_next(self) -> None:
        """Build one more part: a part at a time keeps the window alive."""
        shown = self._shown
        if shown is None:
            return
        number, tasks = len(self.content.sections), [task.id for task in shown.checklist.tasks]
        self.is_built = number >= len(tasks)
        self._show_parts(shown, number + 1)
        if self.is_built:
            self.built.emit()
        else:
            self._timer.start()
        if number == (tasks.index(shown.open[0]) if shown.open else 0):
            self.shown.emit(shown.checklist.slug)

    def _show_parts(self, shown: Shown, tasks: int) -> None:
        self.content.show_guide(shown, tasks, whole=self.is_built)
        self._show_step(shown)
        self.changed.emit()

    # The open step

    def row(self, key: StepKey | None) -> StepRow | None:
        """Find the row of a step, if it is built already."""
        return self.content.row(key)

    def _show_step(self, shown: Shown) -> None:
        """Open the step that is to be open, with its picture, and close the one before."""
        row = self.row(shown.open)
        if row is not self._open:
            self._close()
            self._open = row
            if row is not None:
                self.content.section(row).unfold()
                row.open(StepDetails(self.requests))
        if row is None or row.details is None or shown.open is None:
            return
        task, step = shown.checklist.task(shown.open[0]), shown.checklist.step(*shown.open)
        row.details.show_step(OpenedStep(task, step, shown.checklist.sources))
        self.content.picture_column.panel.show_step(shown.checklist.name, step)
        self._put_picture()

    @property
    def open_key(self) -> StepKey | None:
        """The step that is seen open."""
        return self._open.key if self._open is not None else None

    def keep_note(self) -> None:
        """Ask to keep a note that is being typed; the service must be the one that it is about."""
        if self._open is not None and self._open.details is not None:
            self._open.details.keep_note()

    def _close(self) -> None:
        if self._open is not None:
            self.content.picture_column.leave()
            self._open.close_details()

    def go_to_step(self, *, focus: bool, scroll: bool) -> None:
        """Give the open step the keyboard, or bring it into sight."""
        row = self._open
        if row is None:
            return
        self.content.section(row).unfold()
        if focus:
            row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        # With an object as context: without it Qt for Python calls a page that is gone.
        if scroll:
            QTimer.singleShot(0, self, self._show_row_next)

    @Slot()
    def _show_row_next(self) -> None:
        # The first turn lays out what was opened, the second one knows how tall it became.
        QTimer.singleShot(0, self, self._show_row)

    @Slot()
    def _show_row(self) -> None:
        row = self._open
        if row is not None:
            if (layout := self.content.layout()) is not None:
                layout.activate()
            top = row.mapTo(self.content, QPoint(0, 0)).y()
            height = min(row.height(), self.viewport().height() - 2 * LARGE)
            self.ensureVisible(0, top + height, 0, LARGE)
            self.ensureVisible(0, top, 0, LARGE)
            self.content.picture_column.move_picture()

    # The picture, and what is around it

    def set_narrow(self, narrow: bool) -> None:
        """Put the picture below the step where the window is narrow, beside it where it is not."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._put_picture()

    def _put_picture(self) -> None:
        row, column = self._open, self.content.picture_column
        if row is None or row.details is None or self._shown is None:
            return
        # A whole task without pictures leaves no empty column; within a task nothing jumps.
        task = self._shown.checklist.task(row.key[0])
        drawn = any(step.picture is not None for step in task.steps)
        column.setVisible(drawn and not self._is_narrow)
        if self._is_narrow:
            row.details.add_picture(column.lend())
        else:
            column.stand_beside(row)
        column.panel.setVisible(self._shown.checklist.step(*row.key).picture is not None)
        QTimer.singleShot(0, column, column.move_picture)

    def redraw(self) -> None:
        """Draw the picture again, after a change of colours or text size."""
        self.content.picture_column.panel.redraw()
        self.content.picture_column.move_picture()

    def in_reading_order(self) -> Iterator[QWidget]:
        """Find what Tab reaches; the picture beside a step comes after the buttons of the step."""
        details = self._open.details if self._open else None
        for widget in reached(self.content):
            yield widget
            if details is not None and widget is details.note_button and not self._is_narrow:
                yield from reached(self.content.picture_column.panel)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Place the picture again."""
        super().resizeEvent(arg__1)
        self.content.picture_column.move_picture()
