"""What would be lost by closing, because it could not be saved."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.dates import written
from optout_desktop.checklist.words.outcome import reply_words
from optout_desktop.gui.dialogs.frame import Dialog
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.text_area import TextArea
from optout_desktop.progress.events import Draft


class UnsavedDialog(Dialog):
    """Names what could not be saved, and why; accepted to try again, rejected to stay.

    ``copy_requested`` carries the text to copy; ``close_requested`` says that it may be lost.
    """

    copy_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, text: str, reason: str, parent: QWidget | None) -> None:
        super().__init__(_("Not everything is saved"), parent)
        self._text = text
        self.add_text(_("The window stays open, because this would be lost:"))
        self.text = TextArea(text)
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            self.text.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(_("What could not be saved"))
        self.column.addWidget(self.text)
        self.add_text(reason)
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.copy_button = Button(_("Copy"))
        self.copy_button.setAccessibleName(_("Copy what could not be saved"))
        self.copy_button.clicked.connect(self._on_copy)
        row.addWidget(self.copy_button)
        self.close_button = Button(_("Close anyway"))
        self.close_button.clicked.connect(self.close_requested)
        row.addWidget(self.close_button)
        self.column.addWidget(buttons)
        self.try_button = self.add_buttons(_("Try again"))

    @Slot()
    def _on_copy(self) -> None:
        self.copy_requested.emit(self._text)


def deed_words(draft: Draft) -> str:
    """Return in a few words what a person did."""
    if draft.what == "sent":
        words = (
            _("sent on {date}, case number {reference}") if draft.reference else _("sent on {date}")
        )
        return words.format(date=written(draft.date), reference=draft.reference)
    if draft.what == "answer":
        return _("{answer}: {date}").format(
            answer=reply_words(draft.value), date=written(draft.date)
        )
    words = {
        "tick": _("ticked"),
        "untick": _("the tick taken back"),
        "could-not-find": _("could not find it"),
        "note": _("a note"),
        "outcome": _("what you said of the whole task"),
        "undo": _("something taken back"),
    }[draft.what]
    return _("{words}: {note}").format(words=words, note=draft.note) if draft.note else words
