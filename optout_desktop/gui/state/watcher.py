"""Sees when a terminal, another window or a synchronised folder changes what is shown."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from optout_desktop.gui.state.state import State

_CALM = 150
"""Milliseconds to wait for more changes before looking."""


class Watcher(QObject):
    """Watches all that was written of the person who is shown."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._watcher.fileChanged.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.setObjectName("watcher")
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CALM)
        self._timer.timeout.connect(self._on_calm)
        state.person_changed.connect(self.follow)

    @Slot()
    def follow(self) -> None:
        """Watch what is there now."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = {str(path) for path in self._state.watched()}
        if gone := watched - wanted:
            self._watcher.removePaths([*gone])
        if new := wanted - watched:
            self._watcher.addPaths([*new])

    @Slot(str)
    def _on_changed(self, _path: str) -> None:
        self._timer.start()

    @Slot()
    def _on_calm(self) -> None:
        self.follow()
        self._state.look_around()
