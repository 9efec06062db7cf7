"""What the person does with a step, and what follows from it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.gui.dates import today
from optout_desktop.gui.frame.messages import MessageBar
from optout_desktop.gui.page.guide_page import GuidePage
from optout_desktop.gui.state.state import State
from optout_desktop.progress.events import Event
from optout_desktop.progress.state import Objection

if TYPE_CHECKING:
    from optout_desktop.gui.dialogs.not_found import NotFoundDialog
    from optout_desktop.guides.format.tasks import Step


class Acts(QObject):
    """Takes what the page asks for; everything is for the guide that the page shows."""

    def __init__(
        self, state: State, page: GuidePage, messages: MessageBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._state, self._page = state, page
        self._messages, self._window = messages, window
        page.ticked.connect(self.tick)
        page.unticked.connect(self.untick)
        page.record_requested.connect(self.ask_record)
        page.letter_requested.connect(self.write_letter)
        page.not_found_requested.connect(self.ask_not_found)
        page.note_written.connect(self.note)
        page.outcome_stated.connect(self.state_outcome)
        page.open_requested.connect(self.open_link)
        page.copy_requested.connect(self.copy)

    @property
    def _slug(self) -> str:
        return self._page.guide.slug if self._page.guide else ""

    @Slot(str, str)
    def tick(self, task: str, step: str) -> None:
        """Tick a step, or ask first for what it records."""
        if self._step(task, step).records:
            self._page.refresh()
            self.ask_record(task, step)
            return
        self._state.record(self._slug, Event(0, "", "", "tick", task, step))
        self._page.after_tick((task, step))

    @Slot(str, str)
    def untick(self, task: str, step: str) -> None:
        """Take a tick back."""
        self._state.record(self._slug, Event(0, "", "", "untick", task, step))

    @Slot(str, str, str)
    def note(self, task: str, step: str, text: str) -> None:
        """Keep the person's note on a step."""
        if text != self._state.progress(self._slug).step(task, step).note:
            self._state.record(self._slug, Event(0, "", "", "note", task, step, note=text))

    @Slot(str, str)
    def state_outcome(self, task: str, outcome: str) -> None:
        """Keep what the person states of a whole task."""
        self._state.record(self._slug, Event(0, "", "", "outcome", task, value=outcome))

    @Slot(str, str)
    def ask_record(self, task: str, step: str) -> None:
        """Ask for the date and number of an objection, or for the answer."""
        asked = self._step(task, step)
        from optout_desktop.gui.dialogs.objection import AnswerDialog, SentDialog

        known = self._state.progress(self._slug).step(task, step).objection or Objection()
        dialog = SentDialog if asked.records == "sent" else AnswerDialog
        self._asked: SentDialog | AnswerDialog | NotFoundDialog = dialog(
            task, asked, known, today(self._state.clock()), self._window
        )
        self._asked.accepted.connect(self._on_stated)
        self._asked.open()

    @Slot(str, str)
    def ask_not_found(self, task: str, step: str) -> None:
        """Ask what the person sees instead."""
        guide = self._page.guide
        if guide is None:
            return
        if self._state.progress(self._slug).step(task, step).done:
            self._messages.show_news(
                _("You have ticked this step. Take the tick away first if it is not there.")
            )
            return
        from optout_desktop.gui.dialogs.not_found import NotFoundDialog

        dialog = NotFoundDialog(
            guide,
            task,
            self._step(task, step),
            self._state.clock().date(),
            self._state.person.region,
            self._window,
        )
        dialog.open_requested.connect(self.open_link)
        dialog.copy_requested.connect(self.copy)
        self._asked = dialog
        self._asked.accepted.connect(self._on_stated)
        self._asked.open()

    @Slot()
    def _on_stated(self) -> None:
        event = self._asked.stated()
        self._state.record(self._slug, event)
        if event.what != "could-not-find":
            self._page.after_tick((event.task, event.step))

    def _step(self, task: str, step: str) -> "Step":
        row = self._page.row((task, step))
        if row is None:
            raise KeyError(task, step)
        return row.step

    @Slot(str)
    def open_link(self, url: str) -> None:
        """Open a link of the guide in the browser; only hosts and sources that it names."""
        guide = self._page.guide
        if guide is None:
            return
        from optout_desktop.gui.opener import open_link

        sources = [source.url for source in guide.sources if source.url]
        try:
            link = open_link(url, guide.domains, sources)
        except OptoutError as error:
            self._messages.show_trouble(error.title, error.hint)
            return
        self._messages.show_news(
            _("{host} opens in your browser. If nothing opens, use “Copy link”.").format(
                host=link.host
            )
        )

    @Slot(str, str)
    def write_letter(self, task: str, step: str) -> None:
        """Open the letter of a step in the person's mail program."""
        from optout_desktop.checklist.words.guide import recipient
        from optout_desktop.gui.opener import open_letter

        row = self._page.row((task, step))
        if row is None:
            return
        try:
            address, subject = recipient(row.task, self._state.person.region)
            open_letter(address, subject, row.step.copy_text or "")
        except OptoutError as error:
            self._messages.show_trouble(error.title, error.hint)
            return
        self._messages.show_news(
            _("The letter opens in your mail program. If nothing opens, use “Copy text”.")
        )

    @Slot(str)
    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        from optout_desktop.gui.opener import copy_text

        copy_text(text)
        self._messages.show_news(_("Copied. Paste it where you need it."))
