"""A monogram: the letters of a service on a coloured tile. Never a logo."""

import zlib

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_TILES = ("#7a3b69", "#31588a", "#2b6f57", "#444b52", "#9a5b13", "#35507a", "#6a4a8c", "#8a3b3b")
"""White letters on each have a contrast of at least 5:1 (kept by a test)."""


def tile_colour(slug: str) -> str:
    """Choose the colour of a service, always the same for the same slug."""
    return _TILES[zlib.crc32(slug.encode()) % len(_TILES)]


def paint_monogram(painter: QPainter, box: QRect, letters: str, slug: str) -> None:
    """Paint the tile with its letters into ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tile_colour(slug)))
    painter.drawRoundedRect(QRectF(box), box.width() * 0.26, box.width() * 0.26)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(8, round(box.height() * 0.38)))
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


class Monogram(QWidget):
    """The tile of one service, ``lines`` lines of text high; decoration beside its name."""

    def __init__(self, letters: str, slug: str, lines: float = 2.4) -> None:
        super().__init__()
        self._letters = letters
        self._slug = slug
        self._lines = lines

    def set_letters(self, letters: str) -> None:
        """Show other letters."""
        self._letters = letters
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * self._lines)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height(), self.sizeHint().width())
        box = QRect(0, 0, side, side)
        paint_monogram(QPainter(self), box, self._letters, self._slug)
