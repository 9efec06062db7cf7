"""What an open step shows: text, the way there, ready text, buttons, note and source."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.sourced import Source
from optout_desktop.checklist.tasks import Step, Task
from optout_desktop.checklist.words.age import age_words, failed_words
from optout_desktop.checklist.words.answer import because_words
from optout_desktop.checklist.words.doubt import doubts
from optout_desktop.checklist.words.step import (
    address_words,
    answer_within_words,
    gaps_words,
    seen_words,
    way_there_words,
)
from optout_desktop.checklist.words.task import each_words, instead_words
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.link_button import CopyLinkButton, LinkButton, OpenButton
from optout_desktop.gui.parts.plain_text import isolated
from optout_desktop.gui.parts.text_area import TextArea
from optout_desktop.gui.parts.texts import Text, Texts, notice, quiet
from optout_desktop.gui.theme import SMALL, TINY


class OpenedStep(NamedTuple):
    """A step with its task, and the sources of the guide."""

    task: Task
    step: Step
    sources: tuple[Source, ...]


class StepDetails(QWidget):
    """Everything below the title of the open step."""

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._key = ("", "")
        self._note = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(TINY, 0, 0, SMALL)
        self._column.setSpacing(SMALL)
        self._texts, self._after = Texts(SMALL), Texts(SMALL)
        self._copy_area = TextArea("")
        self._copy_area.setReadOnly(True)
        self._copy_area.setAccessibleName(_("Text to copy"))
        self._age = Label("", "caption", "mute")
        self._column.addLayout(self._texts)
        self._column.addWidget(self._copy_area)
        self._add_buttons()
        self._column.addLayout(self._after)
        self._add_note()
        self._column.addWidget(self._age)

    def add_picture(self, picture: QWidget) -> None:
        """Take the picture below the buttons, where the window is narrow."""
        if self._column.indexOf(picture) < 0:
            self._column.insertWidget(self._column.indexOf(self._buttons) + 1, picture)

    def show_step(self, opened: OpenedStep) -> None:
        """Show all that helps to do a step, and the person's note."""
        task, step, sources = opened
        self._key = (task.id, step.id)
        self._texts.show(_texts(step))
        if step.copy_text != self._copy_area.text():
            self._copy_area.show_text(step.copy_text)
        self._copy_area.setVisible(bool(step.copy_text))
        self._show_buttons(task, step)
        self._after.show(_after(step))
        self._age.setText(age_words(step.age, sources))
        self._take_note(step.note)

    def _add_buttons(self) -> None:
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        self.open_button = OpenButton("", "main")
        self._copy_link = CopyLinkButton("")
        self._copy = LinkButton(_("Copy text"), "")
        self._letter = Button(_("Write e-mail…"))
        self.record_button = Button("")
        self.not_found_button = Button(_("I don’t see this"))
        self.note_button = Button(_("Add a note"))
        for button in (
            self.open_button,
            self._copy_link,
            self._copy,
            self._letter,
            self.record_button,
            self.not_found_button,
            self.note_button,
        ):
            row.addWidget(button)
        self.open_button.requested.connect(self._requests.link)
        self._copy_link.requested.connect(self._requests.copy)
        self._copy.requested.connect(self._requests.copy)
        self._letter.clicked.connect(self._on_letter)
        self.record_button.clicked.connect(self._on_record)
        self.not_found_button.clicked.connect(self._on_not_found)
        self.note_button.clicked.connect(self._on_note_clicked)
        self._column.addWidget(self._buttons)

    def _show_buttons(self, task: Task, step: Step) -> None:
        for link in (self.open_button, self._copy_link):
            link.set_address(step.url)
            link.setVisible(bool(step.url))
        self._copy.set_address(step.copy_text)
        self._copy.setVisible(bool(step.copy_text))
        address = task.letter.address
        self._letter.set_kind("quiet" if step.url else "main")
        self._letter.setAccessibleName(_("Write an e-mail to {address}").format(address=address))
        self._letter.setVisible(bool(step.copy_text and task.kind == "e-mail" and address))
        self.record_button.setText(
            _("Note the date…") if step.records == "sent" else _("Note the answer…")
        )
        self.record_button.setVisible(step.records is not None)
        # It is offered until the step is done; an answer that is awaited may just not be there yet.
        self.not_found_button.setVisible(step.records != "answer" and not step.is_done)

    def _add_note(self) -> None:
        self.note = TextArea("")
        self.note.setPlaceholderText(_("Your own note. It stays on this computer."))
        self.note.setAccessibleName(_("Your note on this step"))
        self.note.left.connect(self.keep_note)
        self.note.paused.connect(self.keep_note)
        self.note.hide()
        self._column.addWidget(self.note)

    def _take_note(self, note: str) -> None:
        """Show a note, but not over what the person is writing."""
        if note != self._note and not self.note.is_typed():
            self._note = note
            self.note.show_text(note)
        if note:
            self._show_note()

    def _show_note(self) -> None:
        self.note.show()
        self.note_button.hide()

    @Slot()
    def _on_note_clicked(self) -> None:
        self._show_note()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def keep_note(self) -> None:
        """Ask to keep what the person typed, if they did."""
        if self.note.is_typed():
            self._note = self.note.take_typed().strip()
            self._requests.note.emit(*self._key, self._note)

    @Slot()
    def _on_letter(self) -> None:
        self._requests.letter.emit(*self._key)

    @Slot()
    def _on_record(self) -> None:
        self._requests.record.emit(*self._key)

    @Slot()
    def _on_not_found(self) -> None:
        self._requests.not_found.emit(*self._key)


def _texts(step: Step) -> Iterator[Text]:
    """Say what helps to do a step, and what a reader should know of it."""
    yield quiet(because_words(step.answer, "you"))
    yield Text(step.text)
    yield notice(step.warning)
    yield notice(failed_words(step.age.failed))
    yield from map(notice, doubts(step))
    # Of a whole task it is said already on which surfaces it works.
    yield quiet(way_there_words(step, isolated) if step.path or step.place else "")
    yield quiet(address_words(step))
    yield quiet(instead_words(step.instead))
    yield quiet(each_words(step.each))
    yield quiet(gaps_words(step))


def _after(step: Step) -> Iterator[Text]:
    yield Text(seen_words(step))
    yield quiet(answer_within_words(step.answer_within))
