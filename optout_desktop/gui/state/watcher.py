"""Sees when a terminal, another window or a synchronised folder adds to what is shown."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from optout_desktop.gui.state.state import State
from optout_desktop.progress.log import folders_of

_CALM = 150
"""Milliseconds to wait for more changes before reading."""


class Watcher(QObject):
    """Watches the logs of the service that is shown."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._slug = ""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._watcher.fileChanged.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CALM)
        self._timer.timeout.connect(self._on_calm)
        state.saved.connect(self._on_changed)

    def watch(self, slug: str) -> None:
        """Watch the logs of a service."""
        self._slug = slug
        self._follow()

    def _follow(self) -> None:
        """Watch the folders and their files; as long as one is not there, the next one above."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        wanted: dict[str, None] = {}
        for wished in folders_of(self._state.folders, self._state.place(self._slug)):
            folder = wished
            while not folder.is_dir() and folder != folder.parent:
                folder = folder.parent
            wanted |= dict.fromkeys(map(str, (folder, *folder.glob("*.jsonl"))))
        self._watcher.addPaths([*wanted])

    @Slot(str)
    def _on_changed(self, _path: str) -> None:
        self._timer.start()

    @Slot()
    def _on_calm(self) -> None:
        if self._slug:
            self._follow()
            self._state.reload(self._slug)
