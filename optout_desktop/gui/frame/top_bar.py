"""The bar above: the program's name, how far the person is, and the report."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from optout_desktop.base.languages import _, ngettext
from optout_desktop.base.locales import written_number
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.chip import Chip
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.surface import Rule, Surface
from optout_desktop.gui.theme import LARGE, MEDIUM, SMALL
from optout_desktop.plan.outcome import Status


class TopBar(Surface):
    """The program's name, how far the person is, and the report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", radius=0, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = FlowLayout(spacing=MEDIUM, last_at_end=True)
        row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self.back = Button(_("All services"))
        self.back.hide()
        row.addWidget(self.back)
        row.addWidget(Label(_("Optout Desktop"), "text", bold=True, wrap=False))
        self._done = Chip("")
        self._waiting = Chip("")
        row.addWidget(self._done)
        row.addWidget(self._waiting)
        self.export = Button(_("Export report…"))
        row.addWidget(self.export)
        column.addLayout(row)
        column.addWidget(Rule())

    def show_numbers(self, statuses: Iterable[Status]) -> None:
        """Show how many services are done and how many wait."""
        counted = [one for one in statuses if one in {"to-do", "waiting", "done"}]
        done, waiting = counted.count("done"), counted.count("waiting")
        self._done.setText(
            ngettext(
                "{done} of {total} service done", "{done} of {total} services done", len(counted)
            ).format(done=written_number(done), total=written_number(len(counted)))
        )
        self._waiting.setText(
            ngettext(
                "{number} waiting for an answer", "{number} waiting for an answer", waiting
            ).format(number=written_number(waiting))
        )
        self._waiting.setVisible(bool(waiting))
