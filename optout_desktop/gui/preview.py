"""Shows a guide that is being written: reloads it on every save, with the findings below."""

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDockWidget, QListWidget

from optout_desktop.authoring.check import check_file
from optout_desktop.authoring.draft import draft_file, draft_files, draft_library, draft_slug
from optout_desktop.authoring.findings import in_words
from optout_desktop.base.clock import Clock, system_clock
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import no_such_file
from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.paths import Folders, person_folders
from optout_desktop.checklist.make import make_checklist
from optout_desktop.gui.application import create
from optout_desktop.gui.ending import Ending
from optout_desktop.gui.frame.window import MainWindow
from optout_desktop.gui.unforeseen import last_defence
from optout_desktop.guides.library.library import Library
from optout_desktop.guides.library.outline import outline_of

_CALM = 150
"""Milliseconds to wait for an editor to finish its save."""


class Preview(QObject):
    """Follows one guide's file, and those beside it, and shows the guide in the window."""

    def __init__(self, window: MainWindow, library: Library, file: Path, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._library = window, library
        self._file = file
        self._clock = clock
        self.findings = QListWidget()
        title = _("What the check found")
        self.findings.setAccessibleName(title)
        self.findings.setWordWrap(True)
        self._dock = QDockWidget(title, window)
        self._dock.setObjectName("findings")
        self._dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self._dock.setWidget(self.findings)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._dock)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CALM)
        self._timer.timeout.connect(self.show_file)
        # The folder too: many editors save by putting a new file in the place of the old one.
        self._watcher = QFileSystemWatcher([str(file.parent)], self)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)

    @Slot()
    def show_file(self) -> None:
        """Show the file as it is now; while it cannot be read, the last good state stays."""
        for file in draft_files(self._file):
            if str(file) not in self._watcher.files() and file.exists():
                self._watcher.addPath(str(file))
        self._show_findings()
        try:
            guide = self._library.open(draft_slug(self._file))
        except OptoutError as error:
            self._window.messages.show_trouble(error.title, error.hint)
            return
        self._window.messages.hide()
        self._window.state.show_alone(outline_of(guide), partial(make_checklist, guide))
        if self._window.slug != guide.slug:
            self._window.show_service(guide.slug)

    def _show_findings(self) -> None:
        try:
            today = self._clock().date()
            found = [in_words(one) for one in check_file(self._file, today, library=self._library)]
        except OptoutError as error:
            found = [str(error)]
        self.findings.clear()
        self.findings.addItems(found)
        number = len(found)
        words = ngettext("{number} finding", "{number} findings", number) if number else ""
        self._dock.setWindowTitle(words.format(number=number) or _("The check found nothing."))
        self._dock.setVisible(True)

    @Slot(str)
    def _on_changed(self, _path: str) -> None:
        self._timer.start()


def open_preview(
    file: Path, folder: Path, clock: Clock = system_clock, cache: Path | None = None
) -> Preview:
    """Make the window for one guide file, not yet shown; ticks go into ``folder``."""
    folders = Folders(folder, folder, folder)
    library = draft_library(file, cache)
    _, window = create(folders, library, draft_slug(file), clock=clock)
    return Preview(window, library, file, clock)


def run_preview(file: Path) -> int:
    """Show the guide in ``file`` until the window is closed; what is ticked is not kept."""
    file = draft_file(file)
    if not file.is_file():
        raise no_such_file(file, _("Make one with “optout-desktop guides new”."))
    with tempfile.TemporaryDirectory(prefix="optout-preview-") as name:
        folder = Path(name)
        with last_defence(Folders(folder, folder, folder)) as unforeseen:
            preview = open_preview(file.resolve(), folder, cache=person_folders().cache)
            window = preview.parent()
            assert isinstance(window, MainWindow)  # noqa: S101 - its own parent
            unforeseen.tell(window.messages.show_unforeseen)
            Ending(window)
            window.show()
            preview.show_file()
            return QApplication.exec()
