"""Where the window stands on the screen, for the next start."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_SIZE = (1280, 800)
_PLACE = 5


def place_of(window: QWidget) -> tuple[int, ...]:
    """Return x, y, width and height of a window as it is when not maximised, and 1 if it is."""
    box = window.normalGeometry()
    return box.x(), box.y(), box.width(), box.height(), int(window.isMaximized())


def put(window: QWidget, place: tuple[int, ...]) -> None:
    """Put a window where ``place_of`` says, or as large as usual where no screen is there."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    if len(place) == _PLACE and screen.intersects(QRect(*place[:4])):
        window.setGeometry(*place[:4])
        if place[4]:
            window.setWindowState(Qt.WindowState.WindowMaximized)
    else:
        window.resize(*(min(a, b) for a, b in zip(_SIZE, screen.size().toTuple(), strict=True)))
