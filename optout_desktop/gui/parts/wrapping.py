"""Texts that wrap between words, and inside a word that is longer than its line.

Only texts with such a word are laid out here: Qt's own way is faster.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_LONGEST_WORD = 20
"""Characters that fit into a line at twice the usual text size in the narrowest window."""


def has_long_word(text: str) -> bool:
    """Return whether a word may be longer than a line."""
    return any(len(word) > _LONGEST_WORD for word in text.split())


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """Measure a text that wraps at ``width``."""
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    layout.setTextOption(_option(Qt.AlignmentFlag.AlignLeading))
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return int(height + 0.99)


def paint_wrapped(painter: QPainter, box: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    """Paint a text that wraps into ``box`` with the painter's font and pen."""
    painter.drawText(QRectF(box), text, _option(alignment))


def _option(alignment: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option
