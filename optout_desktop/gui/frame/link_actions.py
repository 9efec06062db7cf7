"""The ways out: a link in the browser, a letter in the mail program, a text on the clipboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.gui.frame.messages import MessageBar
from optout_desktop.gui.frame.open_step import OpenStep
from optout_desktop.gui.opener import copy_text, open_letter, open_link

if TYPE_CHECKING:
    from optout_desktop.gui.page.requests import Requests


class LinkActions(QObject):
    """Opens and copies what the service that is open names, and says so."""

    def __init__(self, open_step: OpenStep, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._open, self._messages = open_step, messages

    def serve(self, requests: "Requests") -> None:
        """Take what a page asks for."""
        requests.link.connect(self.open)
        requests.copy.connect(self.copy)
        requests.letter.connect(self.write_letter)

    @Slot()
    def open_of_step(self) -> None:
        """Open the page of the open step."""
        if url := self._url():
            self.open(url)

    @Slot()
    def copy_of_step(self) -> None:
        """Copy the link of the open step."""
        if url := self._url():
            self.copy(url)

    def _url(self) -> str:
        return self._open.checklist.step(*self._open.key).url if self._open.key else ""

    @Slot(str)
    def open(self, url: str) -> None:
        """Open a link in the browser; only one that the checklist has."""
        try:
            link = open_link(url, self._open.checklist.links)
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
        found = self._open.find((task, step))
        if found is None:
            return
        letter = found[0].letter
        try:
            open_letter(letter.address, letter.subject, found[1].copy_text)
        except OptoutError as error:
            self._messages.show_trouble(error.title, error.hint)
            return
        self._messages.show_news(
            _("The letter opens in your mail program. If nothing opens, use “Copy text”.")
        )

    @Slot(str)
    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        copy_text(text)
        self._messages.show_news(_("Copied. Paste it where you need it."))
