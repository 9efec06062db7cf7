"""What leaves the program, and only to the file that the person names: report and own data."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from optout_desktop.base.clock import Clock
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.files import write_atomically
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.gui.state.background import Work
from optout_desktop.gui.state.state import State
from optout_desktop.guides.library.library import Library
from optout_desktop.progress.my_data import delete, deleted_words, export, my_files
from optout_desktop.progress.people import Person


class Exports(QObject):
    """Exports the report and the person's data, and deletes them; ``told`` says how it went."""

    told = Signal(str)
    trouble = Signal(str, str)
    unforeseen = Signal(str, str, str)

    def __init__(self, state: State, folders: Folders, library: Library, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._folders, self._library = state, folders, library
        self._window = window
        self._works: list[Work] = []

    def finish(self) -> None:
        """Wait for what is being written."""
        for work in self._works:
            work.wait()

    @Slot()
    def export_report(self) -> None:
        """Ask for a file, and write the report into it."""
        day = self._state.now().date().isoformat()
        self._dialog = self._ask_file(
            _("Export report"), f"optout-report-{day}.html", _("Web page (*.html)"), "html"
        )
        self._dialog.fileSelected.connect(self._on_report_file)
        self._dialog.open()

    @Slot()
    def show_my_data(self) -> None:
        """List every file that is kept."""
        from optout_desktop.gui.dialogs.my_data import MyDataDialog

        try:
            files = my_files(self._folders)
        except OptoutError as error:
            self.trouble.emit(error.title, error.hint)
            return
        self._my_data = MyDataDialog(files, self._window)
        self._my_data.export_requested.connect(self._on_export_data)
        self._my_data.delete_requested.connect(self._on_delete)
        self._my_data.open()

    @Slot(str)
    def _on_report_file(self, name: str) -> None:
        person, clock = self._state.person, self._state.now
        job = partial(write_report, self._folders, self._library, person, clock, Path(name))
        self._start(job)

    @Slot()
    def _on_export_data(self) -> None:
        self._dialog = self._ask_file(
            _("Export all my data"), "optout-data.zip", _("Archive (*.zip)"), "zip"
        )
        self._dialog.fileSelected.connect(self._on_data_file)
        self._dialog.open()

    @Slot(str)
    def _on_data_file(self, name: str) -> None:
        self._start(partial(export_data, self._folders, Path(name)))

    @Slot()
    def _on_delete(self) -> None:
        from optout_desktop.gui.dialogs.my_data import DeleteDialog

        self._delete = DeleteDialog(len(self._my_data.files), self._window)
        self._delete.accepted.connect(self._on_delete_confirmed)
        self._delete.open()

    @Slot()
    def _on_delete_confirmed(self) -> None:
        files = self._my_data.files
        self._my_data.reject()
        try:
            delete(self._folders, files)
        except OptoutError as error:
            self.trouble.emit(error.title, error.hint)
            return
        finally:
            self._state.forget()
        self.told.emit(deleted_words(len(files)))

    def _ask_file(self, title: str, name: str, kind: str, suffix: str) -> QFileDialog:
        # Qt's own dialog keeps its state in QtProject.conf; that belongs into our folder too.
        QSettings.setPath(
            QSettings.Format.NativeFormat,
            QSettings.Scope.UserScope,
            str(self._folders.computer),
        )
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        dialog = QFileDialog(self._window, title, documents, kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        return dialog

    def _start(self, job: Callable[[], Path]) -> None:
        work = Work(job, self._folders, self)
        work.done.connect(self._on_done)
        work.failed.connect(self.trouble)
        work.unforeseen.connect(self.unforeseen)
        self._works.append(work)
        work.start()

    @Slot(object)
    def _on_done(self, file: object) -> None:
        self.told.emit(_("Written to {file}").format(file=file))


def write_report(
    folders: Folders, library: Library, person: Person, clock: Clock, file: Path
) -> Path:
    """Write the report of a person, and return its file."""
    from optout_desktop.reports.gather import gather
    from optout_desktop.reports.html import as_html
    from optout_desktop.reports.report import make_report

    checklists, remarks = gather(folders, library, person, today=clock().date())
    report = make_report(checklists, person=person, clock=clock, remarks=remarks)
    write_atomically(file, as_html(report).encode())
    return file


def export_data(folders: Folders, file: Path) -> Path:
    """Write everything that is kept into one archive, and return it."""
    export(folders, file)
    return file
