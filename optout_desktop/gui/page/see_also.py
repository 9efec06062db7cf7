"""Other guides that go with the one that is shown."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.rows import Rows

Named = tuple[str, str]
"""The slug and the name of a service."""


class GuideButton(Button):
    """A button that leads to another guide; ``requested`` carries its slug."""

    requested = Signal(str)

    def __init__(self, named: Named, parent: QWidget | None = None) -> None:
        self._slug, name = named
        super().__init__(name, parent=parent)
        self.setAccessibleName(_("Open the guide on {service}").format(service=name))
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.requested.emit(self._slug)


class SeeAlso(QWidget):
    """One button for each guide."""

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        row = FlowLayout(self)
        row.addWidget(Label(_("See also:"), wrap=False))
        self._buttons = Rows[Named, GuideButton](row, self._made, _keep, first=1)

    def show_guides(self, see: tuple[Named, ...]) -> None:
        """Show these guides."""
        self._buttons.show({named: named for named in see})
        self.setVisible(bool(see))

    def _made(self, named: Named) -> GuideButton:
        button = GuideButton(named)
        button.requested.connect(self._requests.service)
        return button


def _keep(_button: GuideButton, _named: Named) -> None:
    """Change nothing: another name is another button."""
