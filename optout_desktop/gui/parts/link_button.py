"""Buttons that carry an address: open it, or copy it."""

from PySide6.QtCore import Signal, Slot

from optout_desktop.base.languages import _
from optout_desktop.gui.parts.button import Button, Kind
from optout_desktop.gui.parts.plain_text import plain_tip


class LinkButton(Button):
    """A button that carries an address; ``requested`` hands it on."""

    requested = Signal(str)

    def __init__(self, text: str, address: str, kind: Kind = "quiet") -> None:
        super().__init__(text, kind)
        self._address = address
        self.clicked.connect(self._on_clicked)

    def set_address(self, address: str) -> None:
        """Carry another address."""
        self._address = address

    @Slot()
    def _on_clicked(self) -> None:
        self.requested.emit(self._address)


class OpenButton(LinkButton):
    """Opens a link, and always shows its host."""

    def __init__(self, url: str, kind: Kind = "quiet") -> None:
        super().__init__("", url, kind)
        self.set_address(url)

    def set_address(self, address: str) -> None:
        """Carry another link."""
        super().set_address(address)
        host = host_of(address)
        self.setText(_("Open {host} ↗").format(host=host))
        self.setAccessibleName(_("Open {host} in your browser").format(host=host))
        self.setToolTip(plain_tip(address))


class CopyLinkButton(LinkButton):
    """Copies a link."""

    def __init__(self, url: str) -> None:
        super().__init__(_("Copy link"), url)
        self.set_address(url)

    def set_address(self, address: str) -> None:
        """Carry another link."""
        super().set_address(address)
        self.setToolTip(plain_tip(address))


def host_of(url: str) -> str:
    """Take the host out of an address of a checked guide, to show it."""
    return url.removeprefix("https://").split("/", 1)[0].removeprefix("www.")
