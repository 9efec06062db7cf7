"""One drawing on the screen."""

from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from optout_desktop.gui.theme import picture_palette
from optout_desktop.pictures.svg import svg
from optout_desktop.pictures.vocabulary import Picture, State
from optout_desktop.pictures.words import alternative_text

_NARROWEST, _WIDTH, _LARGEST_WIDTH = 280, 440, 520
_STEP = 20
"""Widths between are not drawn for: a window that is being resized passes hundreds of them."""
_LARGEST_SCALE = 2.0


class PictureView(QWidget):
    """One drawing, as wide as there is room up to its own size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture")
        self._shown: tuple[Picture, State] | None = None
        self._drawn: dict[int, QSvgRenderer] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture, state: State) -> None:
        """Show a picture; its alternative text says the same to a screen reader."""
        self._shown = picture, state
        self._drawn.clear()
        self.setAccessibleName(alternative_text(picture))
        self.setMaximumWidth(_widest())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the drawing's proportions."""
        return True

    def heightForWidth(self, arg__1: int) -> int:
        """Measure the height of the drawing that is made for a width."""
        size = self._size_at(arg__1)
        return 0 if size.isEmpty() else round(min(arg__1, size.width()) * _slope(size))

    def sizeHint(self) -> QSize:
        """Prefer the drawing as wide as it is at best."""
        return self._size_at(_widest())

    def minimumSizeHint(self) -> QSize:
        """Shrink to half, no further."""
        return QSize(_widest() // 2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing from its leading upper corner."""
        del event
        drawing = self._drawing(self.width())
        if drawing is None:
            return
        size = drawing.defaultSize()
        width = min(self.width(), size.width())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if rtl else 0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.render(painter, QRectF(left, 0, width, width * _slope(size)))

    def _size_at(self, width: int) -> QSize:
        drawing = self._drawing(width)
        return drawing.defaultSize() if drawing else QSize()

    def _drawing(self, width: int) -> QSvgRenderer | None:
        """Draw for a width: where there is less room, texts break earlier and stay as large."""
        if self._shown is None:
            return None
        widest = _widest()
        fitting = max(min(widest, width - width % _STEP), min(widest, _NARROWEST))
        if fitting not in self._drawn:
            picture, state = self._shown
            drawing = svg(
                picture,
                state=state,
                palette=picture_palette(),
                direction=_direction(self),
                scale=max(1.0, min(_LARGEST_SCALE, _text_scale())),
                width=fitting,
            )
            self._drawn[fitting] = QSvgRenderer(QByteArray(drawing.encode()))
        return self._drawn[fitting]


def _widest() -> int:
    """Tell how wide a drawing is at best, with text of this size."""
    return round(min(_LARGEST_WIDTH, _WIDTH * _text_scale()))


def _text_scale() -> float:
    return QApplication.font().pointSizeF() / _base_size()


def _slope(size: QSize) -> float:
    return size.height() / size.width()


def _direction(widget: QWidget) -> Literal["ltr", "rtl"]:
    rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return "rtl" if rtl else "ltr"


def _base_size() -> float:
    application = QApplication.instance()
    size = application.property("base_point_size") if application else None
    return float(size) if size else QApplication.font().pointSizeF()
