"""A plain line that the person should not miss: limits, doubts, things that went wrong."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from optout_desktop.base.palette import Role
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.theme import MEDIUM, SMALL


class Notice(Surface):
    """A text on a soft ground of warning or danger."""

    def __init__(self, text: str, *, danger: bool = False, parent: QWidget | None = None) -> None:
        fill: Role = "danger_soft" if danger else "warn_soft"
        super().__init__(fill, parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self.label = Label(text, role="danger" if danger else "warn")
        self.label.setMaximumWidth(16_777_215)
        row.addWidget(self.label, 1)
