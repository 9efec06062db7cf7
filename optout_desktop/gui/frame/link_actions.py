"""The ways out: a link in the browser, a letter in the mail program, a text on the clipboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.gui.frame.messages import MessageBar
from optout_desktop.gui.frame.open_step import OpenStep
from optout_desktop.gui.state.state import State

if TYPE_CHECKING:
    from optout_desktop.gui.page.requests import Requests


class LinkActions(QObject):
    """Opens and copies what the service that is open names, and says so."""

    def __init__(
        self, state: State, open_step: OpenStep, messages: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._state, self._open, self._messages = state, open_step, messages

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

    def _url(self) -> str | None:
        found = self._open.find(self._open.key) if self._open.key else None
        return found[1].url if found else None

    @Slot(str)
    def open(self, url: str) -> None:
        """Open a link of the guide in the browser; only hosts and sources that it names."""
        guide = self._open.guide
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
        found = self._open.find((task, step))
        if found is None:
            return
        from optout_desktop.checklist.words.guide import recipient
        from optout_desktop.gui.opener import open_letter

        try:
            address, subject = recipient(found[0], self._state.person.region)
            open_letter(address, subject, found[1].copy_text or "")
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
