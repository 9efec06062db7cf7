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

    @Slot()
    def _on_clicked(self) -> None:
        self.requested.emit(self._address)


def host_of(url: str) -> str:
    """Take the host out of an address of a checked guide, to show it."""
    return url.removeprefix("https://").split("/", 1)[0].removeprefix("www.")


def link_buttons(url: str, *, main: bool) -> tuple[LinkButton, LinkButton]:
    """Make the two buttons of a link: open it, which always shows the host, and copy it."""
    kind: Kind = "main" if main else "quiet"
    opens = LinkButton(_("Open {host} ↗").format(host=host_of(url)), url, kind)
    opens.setAccessibleName(_("Open {host} in your browser").format(host=host_of(url)))
    opens.setToolTip(plain_tip(url))
    copies = LinkButton(_("Copy link"), url)
    copies.setToolTip(plain_tip(url))
    return opens, copies
