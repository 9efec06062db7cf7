"""Where the picture of the open step stands: beside it, or below it in a narrow window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot

from optout_desktop.gui.parts.focus import follow

if TYPE_CHECKING:
    from optout_desktop.gui.page.guide_page import GuidePage


class PicturePlace(QObject):
    """Keeps the picture of a page at its open step."""

    def __init__(self, page: "GuidePage") -> None:
        super().__init__(page)
        self._page = page
        self._narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Tell whether there is room beside the steps."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.put()

    def put(self) -> None:
        """Put the picture where it belongs for the open step."""
        page = self._page
        if page.picture is None:
            return
        row = page.row(page.current)
        has_picture = row is not None and row.step.picture is not None
        # A whole task without pictures leaves no empty column; within a task nothing jumps.
        drawn = row is not None and any(step.picture for step in row.task.steps)
        page.picture_column.setVisible(drawn and not self._narrow)
        if self._narrow and row is not None and row.details is not None:
            row.details.add_picture(page.picture)
        else:
            page.picture_column.take_back()
        if row is not None and row.details is not None:
            follow(row.details.note_button, page.picture)
        page.picture.setVisible(has_picture)
        self.move()

    def leave(self) -> None:
        """Take the picture out of a step that closes."""
        if self._page.picture is not None and self._narrow:
            self._page.picture_column.take_back()

    @Slot()
    def move(self) -> None:
        """Keep the picture beside its step and within what is seen."""
        page = self._page
        row, content = page.row(page.current), page.widget()
        if self._narrow or row is None or content is None:
            return
        column = page.picture_column
        column_top = column.mapTo(content, QPoint(0, 0)).y()
        seen_top = page.verticalScrollBar().value() - column_top
        wanted = row.mapTo(content, QPoint(0, 0)).y() - column_top
        column.place(wanted, seen_top, seen_top + page.viewport().height())
