"""Who uses the window: the person, where they live, and their accounts at a service."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog, QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.frame.open_step import OpenStep
from optout_desktop.gui.state.state import State

if TYPE_CHECKING:
    from optout_desktop.gui.page.requests import Requests


class PersonActions(QObject):
    """Asks for a person or an account, and keeps what the person answers to a guide."""

    def __init__(self, state: State, open_step: OpenStep, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._open, self._window = state, open_step, window

    def serve(self, requests: "Requests") -> None:
        """Take what a page asks for."""
        requests.where.connect(self.ask_person)
        requests.account.connect(self.choose_account)
        requests.answer.connect(self.answer)

    @Slot(str, str)
    def answer(self, question: str, answer: str) -> None:
        """Keep the answer to a question of the guide that is open."""
        self._state.answer(self._open.service, question, answer)

    @Slot(str)
    def choose_account(self, account: str) -> None:
        """Show another account of the service that is open."""
        self._state.choose_account(self._open.service, account)

    @Slot()
    def ask_person(self) -> None:
        """Ask for whom this is, and where they live."""
        from optout_desktop.gui.dialogs.person import PersonDialog

        self._dialog = PersonDialog(self._state.people, self._state.person, self._window)
        self._dialog.accepted.connect(self._on_person_chosen)
        self._dialog.open()

    @Slot()
    def _on_person_chosen(self) -> None:
        self._state.choose_person(self._dialog.person, self._dialog.changes())

    @Slot()
    def ask_account(self) -> None:
        """Add an account at the service that is open."""
        service = self._open.service
        if not service:
            return
        name, given = QInputDialog.getText(
            self._window,
            _("Another account"),
            _("A name for the account, such as its e-mail address:"),
        )
        if given and name.strip():
            self.choose_account(self._state.add_account(service, name.strip()))
