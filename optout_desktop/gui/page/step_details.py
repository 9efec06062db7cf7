"""What an open step shows: text, the way there, ready text, buttons, note and source."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.guide import (
    answer_words,
    doubts,
    each_words,
    either_words,
    gaps_words,
    place_words,
    recipient,
)
from optout_desktop.gui.dates import written
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.page.sources import age_words
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.link_button import LinkButton, link_buttons
from optout_desktop.gui.parts.notice import Notice
from optout_desktop.gui.parts.text_area import TextArea
from optout_desktop.gui.theme import SMALL, TINY
from optout_desktop.guides.format.freshness import failed_words
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import Step, Task
from optout_desktop.progress.state import StepState
from optout_desktop.situation.rules import Situation, applies


def path_words(path: tuple[str, ...]) -> str:
    """Write a click path, each label isolated so that its direction cannot disturb the others."""
    return " › ".join(f"\u2068{label}\u2069" for label in path)


def way_words(step: Step, *, has_link: bool) -> str:
    """Say the click path of a step, and where it is done if a source says that."""
    where, path = place_words(step), path_words(step.path)
    if not where:
        return (_("Click path: {path}") if has_link else _("Go: {path}")).format(path=path)
    words = _("Click path {surface}: {path}") if has_link else _("Go {surface}: {path}")
    return words.format(surface=where, path=path)


class StepDetails(QWidget):
    """Everything below the title of the open step."""

    def __init__(
        self,
        guide: Guide,
        task: Task,
        step: Step,
        today: date,
        situation: Situation,
        requests: Requests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.guide, self.task, self.step = guide, task, step
        self._today, self._situation = today, situation
        self._requests = requests
        self._note = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(TINY, 0, 0, SMALL)
        self._column.setSpacing(SMALL)
        self._add_text()
        self._add_way()
        self._add_copy_text()
        self._add_buttons()
        self._add_after()
        self._add_note()
        self._add_source()

    def add_picture(self, picture: QWidget) -> None:
        """Take the picture below the buttons, where the window is narrow."""
        self._column.insertWidget(self._column.indexOf(self._buttons) + 1, picture)

    def show_state(self, state: StepState) -> None:
        """Show the person's note, and offer to say that it is not there until it is done."""
        if state.note != self._note and not self.note.is_typed():
            self._note = state.note
            self.note.show_text(state.note)
        if state.note:
            self._show_note()
        self.not_found_button.setVisible(self._may_be_missing and not state.done)

    def _add_text(self) -> None:
        found = applies(self.step.applies, self._situation)
        for words in filter(None, (found.because, *doubts(found))):
            self._column.addWidget(Label(words, role="mute"))
        if self.step.text:
            self._column.addWidget(Label(self.step.text))
        if self.step.warning:
            self._column.addWidget(Notice(self.step.warning))
        if self.step.failed:
            self._column.addWidget(Notice(failed_words(self.step.failed, written)))
        if self.step.disputed:
            self._column.addWidget(
                Notice(_("Sources disagree. {what}").format(what=self.step.disputed))
            )
        if self.step.confidence == "low":
            self._column.addWidget(
                Notice(_("Not well confirmed: this page may look different, or be missing."))
            )

    def _add_way(self) -> None:
        if self.step.path:
            words = way_words(self.step, has_link=self.step.url is not None)
            self._column.addWidget(Label(words, role="mute"))
        where = "" if self.step.path else place_words(self.step)
        told = (
            _("Where: {where}").format(where=where) if where and self.step.place else "",
            _("Address: {address}").format(address=self.step.address) if self.step.address else "",
            either_words(self.step, self.task.steps, self._situation),
            each_words(self.step),
            gaps_words(self.step),
        )
        for words in filter(None, told):
            self._column.addWidget(Label(words, role="mute"))

    def _add_copy_text(self) -> None:
        if not self.step.copy_text:
            return
        area = TextArea(self.step.copy_text)
        area.setReadOnly(True)
        area.setAccessibleName(_("Text to copy"))
        self._column.addWidget(area)

    def _add_buttons(self) -> None:
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        if self.step.url:
            self.open_button, copies = link_buttons(self.step.url, main=True)
            self.open_button.requested.connect(self._requests.link)
            copies.requested.connect(self._requests.copy)
            row.addWidget(self.open_button)
            row.addWidget(copies)
        if self.step.copy_text:
            text = LinkButton(_("Copy text"), self.step.copy_text)
            text.requested.connect(self._requests.copy)
            row.addWidget(text)
        address = recipient(self.task, self._situation.region)[0]
        if self.step.copy_text and self.task.kind == "e-mail" and address:
            letter = Button(_("Write e-mail…"), "quiet" if self.step.url else "main")
            letter.setAccessibleName(_("Write an e-mail to {address}").format(address=address))
            letter.clicked.connect(self._on_letter)
            row.addWidget(letter)
        if self.step.records:
            self.record_button = Button(
                _("Note the date…") if self.step.records == "sent" else _("Note the answer…")
            )
            self.record_button.clicked.connect(self._on_record)
            row.addWidget(self.record_button)
        self.not_found_button = Button(_("I don’t see this"))
        self.not_found_button.clicked.connect(self._on_not_found)
        row.addWidget(self.not_found_button)
        self._may_be_missing = self.step.records != "answer"
        self.not_found_button.setVisible(self._may_be_missing)
        self.note_button = Button(_("Add a note"))
        self.note_button.clicked.connect(self._on_note_clicked)
        row.addWidget(self.note_button)
        self._column.addWidget(self._buttons)

    def _add_after(self) -> None:
        if self.step.seen:
            self._column.addWidget(Label(_("When it worked: {seen}").format(seen=self.step.seen)))
        if soon := answer_words(self.step):
            self._column.addWidget(Label(soon, role="mute"))

    def _add_note(self) -> None:
        self.note = TextArea("")
        self.note.setPlaceholderText(_("Your own note. It stays on this computer."))
        self.note.setAccessibleName(_("Your note on this step"))
        self.note.left.connect(self.keep_note)
        self.note.paused.connect(self.keep_note)
        self.note.hide()
        self._column.addWidget(self.note)

    def _add_source(self) -> None:
        self._column.addWidget(
            Label(
                age_words(self.guide, self.step, self._today),
                "caption",
                "mute",
            )
        )

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
            self._requests.note.emit(self.task.id, self.step.id, self._note)

    @Slot()
    def _on_letter(self) -> None:
        self._requests.letter.emit(self.task.id, self.step.id)

    @Slot()
    def _on_record(self) -> None:
        self._requests.record.emit(self.task.id, self.step.id)

    @Slot()
    def _on_not_found(self) -> None:
        self._requests.not_found.emit(self.task.id, self.step.id)
