"""A layout that fills lines and begins a new one where the space ends."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from optout_desktop.gui.theme import SMALL, mirrored


class FlowLayout(QLayout):
    """Items side by side, wrapped like words; from the right in right-to-left languages."""

    def __init__(self, parent: QWidget | None = None, spacing: int = SMALL) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, arg__1: int) -> int:
        return self._place(QRect(0, 0, arg__1, 0), move=False)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._shown()]
        heights = [item.sizeHint().height() for item in self._shown()]
        gaps = self.spacing() * max(0, len(widths) - 1)
        return QSize(sum(widths) + gaps, max(heights, default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._place(arg__1, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        parent, margins = self.parentWidget(), self.contentsMargins()
        space = rect.marginsRemoved(margins)
        x, y, line_height = 0, 0, 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(1, space.width()), 10_000))
            if item.hasHeightForWidth():
                size.setHeight(max(size.height(), item.heightForWidth(size.width())))
            if x and x + size.width() > space.width():
                x, y, line_height = 0, y + line_height + self.spacing(), 0
            if move:
                box = QRect(space.topLeft() + QPoint(x, y), size)
                item.setGeometry(mirrored(parent, space, box) if parent else box)
            x += size.width() + self.spacing()
            line_height = max(line_height, size.height())
        return y + line_height + margins.top() + margins.bottom()
