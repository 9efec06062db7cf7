"""Our buttons, painted here because a style of our own is not safe (docs/decisions/0006)."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from optout_desktop.base.palette import Role
from optout_desktop.gui.parts.focus import paint_focus_ring
from optout_desktop.gui.parts.plain_text import without_shortcut
from optout_desktop.gui.parts.wrapping import paint_wrapped, wrapped_height
from optout_desktop.gui.theme import CONTROL_RADIUS, HIT_HEIGHT, MEDIUM, SMALL, TINY, colour

Kind = Literal["quiet", "main", "flat", "segment"]
"""``main`` is the one main action of a screen; ``segment`` one of several views of a list."""

_PADDING: dict[Kind, int] = {"quiet": MEDIUM, "main": MEDIUM, "flat": SMALL, "segment": TINY}


class Button(QPushButton):
    """A button that is named by a verb."""

    def __init__(self, text: str, kind: Kind = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(without_shortcut(text), parent)
        self._kind: Kind = kind
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def set_kind(self, kind: Kind) -> None:
        """Be of another kind."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._widest_font())
        width = metrics.horizontalAdvance(self._shown_text()) + 2 * _PADDING[self._kind] + 2
        return QSize(width, max(HIT_HEIGHT, metrics.height() + 2 * SMALL))

    def heightForWidth(self, arg__1: int) -> int:
        hint = self.sizeHint()
        if arg__1 >= hint.width():
            return hint.height()
        inner = arg__1 - 2 * _PADDING[self._kind]
        height = wrapped_height(self._shown_text(), self._text_font(), inner)
        return max(hint.height(), height + 2 * SMALL)

    def setText(self, text: str) -> None:
        super().setText(without_shortcut(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 3 * HIT_HEIGHT), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self._colours()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(edge) if edge else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setFont(self._text_font())
        painter.setPen(ink)
        if self.width() < self.sizeHint().width():
            padding = _PADDING[self._kind]
            inside = self.rect().adjusted(padding, 0, -padding, 0)
            paint_wrapped(painter, inside, self._shown_text(), Qt.AlignmentFlag.AlignCenter)
        else:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._shown_text())
        if self.hasFocus():
            accent_ground = fill == colour(self, "accent")
            ring = QRectF(self.rect())
            if accent_ground:
                ring = ring.adjusted(2, 2, -2, -2)
            paint_focus_ring(
                painter, ring, colour(self, "on_accent" if accent_ground else "accent")
            )

    def _shown_text(self) -> str:
        return self.text().replace("&&", "&")

    def _widest_font(self) -> QFont:
        """Take the font with which a segment is widest, so that nothing moves when it is chosen."""
        font = QFont(self.font())
        font.setBold(self._kind == "segment")
        return font

    def _text_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(self._kind == "segment" and self.isChecked())
        return font

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Choose ground, edge and ink; a status is never the colour alone."""
        pressed = self.isDown() or self.underMouse()
        if not self.isEnabled():
            return colour(self, "window"), colour(self, "line"), colour(self, "mute")
        chosen = self.isChecked()
        if self._kind == "main" or (chosen and self._kind == "quiet"):
            accent = colour(self, "accent")
            edge = colour(self, "ink") if pressed else accent
            return accent, edge, colour(self, "on_accent")
        if chosen:
            return colour(self, "soft"), colour(self, "accent"), colour(self, "accent")
        ground: Role = "soft" if pressed else "panel"
        if self._kind == "flat":
            return (colour(self, "soft") if pressed else None), None, colour(self, "mute")
        ink: Role = "mute" if self._kind == "segment" else "ink"
        edge_role: Role = "line" if self._kind == "segment" else "control"
        return colour(self, ground), colour(self, edge_role), colour(self, ink)
