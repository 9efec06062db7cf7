"""The column beside the steps: it carries the picture and keeps it in sight."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from optout_desktop.gui.parts.surface import SideSurface
from optout_desktop.gui.picture.panel import PicturePanel
from optout_desktop.gui.theme import LARGE

_LEAST_WIDTH = 304
"""Wide enough for a drawing whose text is as large as it should be."""


class PictureColumn(SideSurface):
    """Carries the picture of the open step; ``changed`` when it has another size."""

    changed = Signal()

    def __init__(self, service: str, radius: int, parent: QWidget | None = None) -> None:
        super().__init__("window", None, radius, parent)
        self.panel = PicturePanel(service, self)
        self.setMinimumWidth(_LEAST_WIDTH)

    def take_back(self) -> None:
        """Carry the picture again, after it stood below a step."""
        self.panel.setParent(self)

    def place(self, wanted: int, seen_top: int, seen_bottom: int) -> None:
        """Put the picture at ``wanted``, as far as it is seen there; all from the column's top."""
        if self.panel.parent() is not self or not self.panel.isVisibleTo(self):
            return
        width = max(1, self.width() - 2 * LARGE)
        height = self.panel.heightForWidth(width)
        top = max(min(wanted, seen_bottom - LARGE - height), seen_top + LARGE)
        top = max(LARGE, min(top, self.height() - height - LARGE))
        self.panel.setGeometry(LARGE, top, width, height)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self.changed.emit()
        return super().event(event)
