"""What the person does with a step, and what follows from it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.lines import steps_done
from optout_desktop.gui.announce import announce
from optout_desktop.gui.dates import today
from optout_desktop.gui.frame.link_actions import LinkActions
from optout_desktop.gui.frame.messages import MessageBar
from optout_desktop.gui.frame.open_step import OpenStep
from optout_desktop.gui.state.state import State
from optout_desktop.progress.events import Draft
from optout_desktop.progress.state import Objection

if TYPE_CHECKING:
    from optout_desktop.gui.dialogs.not_found import NotFoundDialog
    from optout_desktop.gui.page.requests import Requests


class StepActions(QObject):
    """Does what the page or a command asks for, at the service that is open."""

    def __init__(
        self,
        state: State,
        open_step: OpenStep,
        links: LinkActions,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._state, self._open, self._links = state, open_step, links
        self._messages, self._window = messages, window

    def serve(self, requests: "Requests") -> None:
        """Take what a page asks for."""
        requests.opened.connect(self._on_opened)
        requests.ticked.connect(self.tick)
        requests.unticked.connect(self.untick)
        requests.note.connect(self.note)
        requests.outcome.connect(self.state_outcome)
        requests.record.connect(self.ask_record)
        requests.not_found.connect(self.ask_not_found)

    # The open step, as commands mean it

    @Slot()
    def toggle(self) -> None:
        """Tick the open step, or take its tick back."""
        if self._open.key is not None:
            step = self._open.checklist.step(*self._open.key)
            (self.untick if step.is_done else self.tick)(*self._open.key)

    @Slot()
    def not_found(self) -> None:
        """Say that the open step is not what the person sees."""
        if self._open.key is not None:
            self.ask_not_found(*self._open.key)

    @Slot()
    def go_on(self) -> None:
        """Go to the next open step."""
        self._open.go_on()

    @Slot()
    def undo(self) -> None:
        """Take back what was done last at the service that is open."""
        undone = self._state.undo(self._open.service) if self._open.service else None
        if undone is not None:
            self._open.open((undone.task, undone.step), focus=True)

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        if self._open.service:
            self._state.redo(self._open.service)

    # Any step

    @Slot(str, str)
    def _on_opened(self, task: str, step: str) -> None:
        self._open.open((task, step))

    @Slot(str, str)
    def tick(self, task: str, step: str) -> None:
        """Tick a step, or ask first for what it records."""
        found = self._open.find((task, step))
        if found is not None and found[1].records:
            self.ask_record(task, step)
            return
        self._state.record(self._open.service, Draft("tick", task, step))
        self._after_tick(task, step)

    @Slot(str, str)
    def untick(self, task: str, step: str) -> None:
        """Take a tick back."""
        self._state.record(self._open.service, Draft("untick", task, step))

    @Slot(str, str, str)
    def note(self, task: str, step: str, text: str) -> None:
        """Keep the person's note on a step."""
        if text != self._open.checklist.step(task, step).note:
            draft = Draft("note", task, step, note=text)
            self._state.record(self._open.service, draft)

    @Slot(str, str)
    def state_outcome(self, task: str, outcome: str) -> None:
        """Keep what the person states of a whole task."""
        self._state.record(self._open.service, Draft("outcome", task, value=outcome))

    @Slot(str, str)
    def ask_record(self, task: str, step: str) -> None:
        """Ask for the date and number of an objection, or for the answer."""
        found = self._open.find((task, step))
        if found is None:
            return
        from optout_desktop.gui.dialogs.objection import AnswerDialog, SentDialog

        dialog = SentDialog if found[1].records == "sent" else AnswerDialog
        self._asked: SentDialog | AnswerDialog | NotFoundDialog = dialog(
            (task, step),
            found[1].objection or Objection(),
            today(self._state.now()),
            self._window,
        )
        self._asked.accepted.connect(self._on_stated)
        self._asked.open()

    @Slot(str, str)
    def ask_not_found(self, task: str, step: str) -> None:
        """Ask what the person sees instead."""
        found = self._open.find((task, step))
        if found is None:
            return
        if found[1].is_done:
            self._messages.show_news(
                _("You have ticked this step. Take the tick away first if it is not there.")
            )
            return
        from optout_desktop.gui.dialogs.not_found import NotFoundDialog

        dialog = NotFoundDialog(self._open.checklist, task, found[1], self._window)
        dialog.open_requested.connect(self._links.open)
        dialog.copy_requested.connect(self._links.copy)
        self._asked = dialog
        self._asked.accepted.connect(self._on_stated)
        self._asked.open()

    @Slot()
    def _on_stated(self) -> None:
        said = self._asked.stated()
        self._state.record(self._open.service, said)
        if said.what != "could-not-find":
            self._after_tick(said.task, said.step)

    def _after_tick(self, task: str, step: str) -> None:
        """Go on, and tell a screen reader how far the task is."""
        stands = self._open.checklist.task(task)
        announce(self._window, steps_done(stands.done, stands.total))
        self._open.after_tick((task, step))
