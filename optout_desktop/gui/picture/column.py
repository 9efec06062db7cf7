"""The column beside the steps: it keeps the picture of the open step in sight."""

from PySide6.QtCore import QEvent, QPoint, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from optout_desktop.gui.parts.surface import SideSurface
from optout_desktop.gui.picture.panel import PicturePanel
from optout_desktop.gui.theme import LARGE

_LEAST_WIDTH = 304
"""Wide enough for a drawing whose text is as large as it should be."""


class PictureColumn(SideSurface):
    """Carries the picture beside the row that it is given, within what ``area`` shows."""

    def __init__(self, area: QScrollArea, radius: int, parent: QWidget | None = None) -> None:
        super().__init__("window", None, radius, parent)
        self.panel = PicturePanel(self)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._area = area
        self._row: QWidget | None = None
        area.verticalScrollBar().valueChanged.connect(self.move_picture)

    def stand_beside(self, row: QWidget) -> None:
        """Carry the picture beside a row, also after it stood in one."""
        self.panel.setParent(self)
        self._row = row
        self.move_picture()

    def lend(self) -> QWidget:
        """Give the picture away, to stand in a row where the window is narrow."""
        self._row = None
        return self.panel

    def leave(self) -> None:
        """Take the picture out of a row that closes."""
        self.panel.setParent(self)
        self._row = None

    @Slot()
    def move_picture(self) -> None:
        """Put the picture beside its row, as far as it is seen there."""
        content = self._area.widget()
        if self._row is None or content is None or not self.panel.isVisibleTo(self):
            return
        own_top = self.mapTo(content, QPoint(0, 0)).y()
        seen_top = self._area.verticalScrollBar().value() - own_top
        seen_bottom = seen_top + self._area.viewport().height()
        width = max(1, self.width() - 2 * LARGE)
        height = self.panel.heightForWidth(width)
        top = self._row.mapTo(content, QPoint(0, 0)).y() - own_top
        top = max(min(top, seen_bottom - LARGE - height), seen_top + LARGE)
        top = max(LARGE, min(top, self.height() - height - LARGE))
        self.panel.setGeometry(LARGE, top, width, height)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self.move_picture()
        return super().event(event)
