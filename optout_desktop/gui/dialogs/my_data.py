"""All that is kept on this computer: listed file by file, to take along or to delete."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.locales import written_number
from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout


class MyDataDialog(Dialog):
    """Lists every file; asks to export them, or to delete exactly these."""

    export_requested = Signal()
    delete_requested = Signal()

    def __init__(self, files: tuple[Path, ...], parent: QWidget | None) -> None:
        super().__init__(_("Everything that is kept about you"), parent)
        self.files = files
        self.add_text(
            ngettext(
                "{number} file on this computer, and nowhere else:",
                "{number} files on this computer, and nowhere else:",
                len(files),
            ).format(number=written_number(len(files)))
        )
        listed = QListWidget()
        listed.setAccessibleName(_("Files"))
        # A path reads from the left in every language.
        listed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        listed.addItems([str(file) for file in files])
        self.column.addWidget(listed, 1)
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.export_button = Button(_("Export all…"))
        self.delete_button = Button(_("Delete these files…"))
        for button in (self.export_button, self.delete_button):
            button.setEnabled(bool(files))
            row.addWidget(button)
        self.export_button.clicked.connect(self.export_requested)
        self.delete_button.clicked.connect(self.delete_requested)
        self.column.addWidget(buttons)
        self.add_close()


class DeleteDialog(Dialog):
    """Asks once more: deleting cannot be undone."""

    def __init__(self, number: int, parent: QWidget | None) -> None:
        super().__init__(_("Delete everything?"), parent)
        self.add_text(
            ngettext(
                "{number} file is deleted for good. Your ticks, notes and dates are gone then.",
                "{number} files are deleted for good. Your ticks, notes and dates are gone then.",
                number,
            ).format(number=written_number(number))
        )
        self.button = self.add_buttons(_("Delete for good"), enter=False)
