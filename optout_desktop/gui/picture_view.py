"""One drawing on the screen."""

from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from optout_desktop.gui.theme import picture_palette
from optout_desktop.pictures.shape import Picture, State
from optout_desktop.pictures.svg import svg
from optout_desktop.pictures.words import alternative_text

_WIDTH, _LARGEST_WIDTH = 360, 520
_LARGEST_SCALE = 2.0


class PictureView(QWidget):
    """One drawing, as wide as there is room up to its own size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture")
        self._renderer = QSvgRenderer(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture, state: State) -> None:
        """Show a picture; its alternative text says the same to a screen reader."""
        self._renderer.load(QByteArray(self._drawing(picture, state).encode()))
        self.setAccessibleName(alternative_text(picture))
        self.setMaximumWidth(self._renderer.defaultSize().width())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the drawing's proportions."""
        return True

    def heightForWidth(self, arg__1: int) -> int:
        """Measure the height of the drawing at a width."""
        size = self._renderer.defaultSize()
        if size.isEmpty():
            return 0
        return round(min(arg__1, size.width()) * size.height() / size.width())

    def sizeHint(self) -> QSize:
        """Prefer the drawing's own size."""
        return self._renderer.defaultSize()

    def minimumSizeHint(self) -> QSize:
        """Shrink to a quarter, no further."""
        return QSize(self._renderer.defaultSize().width() // 2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing from its leading upper corner."""
        del event
        size = self._renderer.defaultSize()
        if size.isEmpty():
            return
        width = min(self.width(), size.width())
        height = width * size.height() / size.width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if rtl else 0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(left, 0, width, height))

    def _drawing(self, picture: Picture, state: State) -> str:
        scale = QApplication.font().pointSizeF() / _base_size()
        return svg(
            picture,
            state=state,
            palette=picture_palette(),
            direction=_direction(self),
            scale=max(1.0, min(_LARGEST_SCALE, scale)),
            width=round(min(_LARGEST_WIDTH, _WIDTH * scale)),
        )


def _direction(widget: QWidget) -> Literal["ltr", "rtl"]:
    rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return "rtl" if rtl else "ltr"


def _base_size() -> float:
    application = QApplication.instance()
    size = application.property("base_point_size") if application else None
    return float(size) if size else QApplication.font().pointSizeF()
