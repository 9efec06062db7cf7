"""The list of services and the guide beside it, or one at a time where the window is narrow."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from optout_desktop.gui.state.state import State

if TYPE_CHECKING:
    from optout_desktop.gui.page.guide_page import GuidePage

SIDE_WIDTH = 300
_NARROW, _ONE_PAGE = 1000, 760
"""Widths in device-independent pixels at the usual text size; larger text needs more."""
_NO_LIMIT = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""


class Columns(QWidget):
    """Both columns; ``list_hidden`` tells whether the guide stands in the place of the list."""

    list_hidden = Signal(bool)

    def __init__(self, state: State, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._side = state, side
        self._page: GuidePage | None = None
        self._is_at_page = False
        side.setMinimumWidth(SIDE_WIDTH)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(side, 3)
        self._rest = QWidget()
        self._row.addWidget(self._rest, 10)

    def add_page(self, page: "GuidePage") -> None:
        """Take the page, which is made later than the list."""
        self._page = page
        self._row.replaceWidget(self._rest, page)
        self._rest.deleteLater()
        self.arrange()

    def show_page(self) -> None:
        """Show the guide, alone where there is room for one column."""
        self._is_at_page = True
        self.arrange()

    def show_list(self) -> None:
        """Show the list, alone where there is room for one column."""
        self._is_at_page = self._is_at_page and not self._is_one()
        self.arrange()

    def arrange(self) -> None:
        """Fit the width: three columns, two, or one at a time."""
        one = self._is_one()
        self._side.setMaximumWidth(_NO_LIMIT if one else round(SIDE_WIDTH * self._scale() ** 0.7))
        self._side.setMinimumWidth(0 if one else SIDE_WIDTH)
        self._side.setVisible(not (one and self._is_at_page))
        if self._page is not None:
            self._page.set_narrow(self.width() < _NARROW * self._scale())
            self._page.setVisible(not one or self._is_at_page)
        self.list_hidden.emit(one and self._is_at_page)

    def _scale(self) -> float:
        return self._state.settings.text_size / 100

    def _is_one(self) -> bool:
        return self.width() < _ONE_PAGE * self._scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self.arrange()
