"""The picture of a step, before and after, with what is seen said in words."""

from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from optout_desktop.base.languages import _
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.theme import MEDIUM, picture_palette
from optout_desktop.guides.shape import Step
from optout_desktop.pictures.shape import Picture, State
from optout_desktop.pictures.states import has_two_states
from optout_desktop.pictures.svg import svg
from optout_desktop.pictures.words import alternative_text, state_words

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

    def show_svg(self, drawing: str, words: str) -> None:
        """Show a drawing; ``words`` say the same to a screen reader."""
        self._renderer.load(QByteArray(drawing.encode()))
        self.setAccessibleName(words)
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


class PicturePanel(QWidget):
    """The picture of the open step with its words and the two buttons."""

    def __init__(self, service: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._picture: Picture | None = None
        self._state: State = "before"
        self.view = PictureView(self)
        self._words = Label("", "caption", "mute")
        self.before = Button(_("Before"))
        self.after = Button(_("After"))
        group = QButtonGroup(self)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        for button in (self.before, self.after):
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        self.before.setChecked(True)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.view)
        column.addWidget(self._words)
        column.addWidget(self._buttons)

    def show_step(self, step: Step | None, *, done: bool) -> None:
        """Show the picture of a step: what it looks like now, as far as the person said."""
        self._picture = step.picture if step else None
        self.setVisible(self._picture is not None)
        self._show("after" if done else "before")

    def redraw(self) -> None:
        """Draw again, after a change of colours or text size."""
        self._show(self._state)

    def _show(self, state: State) -> None:
        self._state = state
        if self._picture is None:
            return
        (self.after if state == "after" else self.before).setChecked(True)
        words = alternative_text(self._picture)
        self.view.show_svg(self._drawing(self._picture, state), words)
        self._words.setText(
            _(
                "What you will see. {words} A drawing, not a screenshot: {service} may look a "
                "little different."
            ).format(words=state_words(self._picture, state), service=self._service)
        )
        self._buttons.setVisible(has_two_states(self._picture))

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

    @Slot()
    def _on_before(self) -> None:
        self._show("before")

    @Slot()
    def _on_after(self) -> None:
        self._show("after")


def _direction(widget: QWidget) -> Literal["ltr", "rtl"]:
    rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return "rtl" if rtl else "ltr"


def _base_size() -> float:
    application = QApplication.instance()
    size = application.property("base_point_size") if application else None
    return float(size) if size else QApplication.font().pointSizeF()
