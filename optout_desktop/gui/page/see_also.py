"""Other guides that go with the one that is shown."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from optout_desktop.base.languages import _
from optout_desktop.gui.page.requests import Requests
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label


class GuideButton(Button):
    """A button that leads to another guide; ``requested`` carries its slug."""

    requested = Signal(str)

    def __init__(self, slug: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._slug = slug
        self.setAccessibleName(_("Open the guide on {service}").format(service=name))
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.requested.emit(self._slug)


class SeeAlso(QWidget):
    """One button for each guide, by its slug and its name."""

    def __init__(
        self, names: Mapping[str, str], requests: Requests, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        row.addWidget(Label(_("See also:"), wrap=False))
        for slug, name in names.items():
            button = GuideButton(slug, name)
            button.requested.connect(requests.service)
            row.addWidget(button)
