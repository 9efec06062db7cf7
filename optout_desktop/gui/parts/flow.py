"""A layout that fills lines and begins a new one where the space ends."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from optout_desktop.gui.theme import SMALL, mirrored


class FlowLayout(QLayout):
    """Items side by side, wrapped like words; from the right in right-to-left languages.

    ``last_at_end`` puts the last item at the end of its line; ``at_bottom`` aligns the items of a
    line at their bottoms, not at their middles.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        spacing: int = SMALL,
        *,
        last_at_end: bool = False,
        at_bottom: bool = False,
    ) -> None:
        super().__init__(parent)
        self._at_bottom = at_bottom
        self._last_at_end = last_at_end
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
            # Not the item's own, which is as wide as a button in one line.
            if (widget := item.widget()) is not None:
                size = size.expandedTo(widget.minimumSizeHint())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._place(arg__1, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Fill line after line; tell how high all of them are."""
        margins = self.contentsMargins()
        space = rect.marginsRemoved(margins)
        top = 0
        line: list[tuple[QLayoutItem, QSize]] = []
        width = 0
        for item in self._shown():
            size = _size_within(item, space.width())
            if line and width + size.width() > space.width():
                top += self._place_line(line, space, top, move=move) + self.spacing()
                line, width = [], 0
            line.append((item, size))
            width += size.width() + self.spacing()
        if line:
            top += self._place_line(line, space, top, move=move, last=True)
        return top + margins.top() + margins.bottom()

    def _place_line(
        self,
        line: list[tuple[QLayoutItem, QSize]],
        space: QRect,
        top: int,
        *,
        move: bool,
        last: bool = False,
    ) -> int:
        """Put each item of a line in its height; tell that height."""
        parent = self.parentWidget()
        height = max(size.height() for _, size in line)
        x = 0
        for item, size in line if move else ():
            widget = item.widget()
            if last and self._last_at_end and item is line[-1][0]:
                x = space.width() - size.width()
            above = height - size.height()
            corner = space.topLeft() + QPoint(x, top + (above if self._at_bottom else above // 2))
            box = QRect(corner, size)
            # Not through the item, which keeps a button that wraps at the height of one line.
            if widget is not None:
                widget.setGeometry(mirrored(parent, space, box) if parent else box)
            x += size.width() + self.spacing()
        return height


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """Measure an item; one that is wider than the line wraps."""
    hint = item.sizeHint()
    size = hint.boundedTo(QSize(max(1, width), 10_000))
    widget = item.widget()
    if widget is not None and (item.hasHeightForWidth() or size.width() < hint.width()):
        size.setHeight(max(size.height(), widget.heightForWidth(size.width())))
    return size
