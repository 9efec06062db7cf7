"""The left side: search, the four groups, and the list."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QVBoxLayout,
    QWidget,
)

from optout_desktop.base.languages import _
from optout_desktop.base.locales import written_number
from optout_desktop.gui.parts.button import Button
from optout_desktop.gui.parts.field import Field
from optout_desktop.gui.parts.flow import FlowLayout
from optout_desktop.gui.parts.label import Label
from optout_desktop.gui.parts.surface import Surface
from optout_desktop.gui.services.service_list import ServiceList
from optout_desktop.gui.state.state import State
from optout_desktop.gui.theme import LARGE, MEDIUM, SMALL, TINY
from optout_desktop.guides.library.search import search
from optout_desktop.plan.outcome import Status

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

GROUPS: tuple[Status | None, ...] = ("to-do", "waiting", "done", None)


def _group_words(status: Status | None, number: int) -> str:
    return {
        "to-do": _("To do {number}"),
        "waiting": _("Waiting {number}"),
        "done": _("Done {number}"),
        None: _("All {number}"),
    }[status if status in GROUPS else None].format(number=written_number(number))


class Sidebar(Surface):
    """Finds a service; ``service_chosen`` carries its slug."""

    service_chosen = Signal(str)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__("panel", radius=0, parent=parent)
        self._state = state
        self._current = ""
        self.search = Field()
        self.search.setObjectName("search")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(_("Search services and steps"))
        shortcut = QKeySequence(QKeySequence.StandardKey.Find).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.search.setPlaceholderText(
            _("Search services and steps   {shortcut}").format(shortcut=shortcut)
        )
        self.search.textChanged.connect(self._on_search)
        self.list = ServiceList(state.overview)
        self.list.service_chosen.connect(self._on_chosen)
        self.search.returnPressed.connect(self.list.choose_first)
        self._empty = Label("", role="mute")
        self._empty.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MEDIUM, 0, 0)
        column.setSpacing(SMALL)
        inset = QVBoxLayout()
        inset.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        inset.setSpacing(SMALL)
        inset.addWidget(self.search)
        inset.addWidget(self._add_groups())
        column.addLayout(inset)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        # Where the list is hidden, what is said instead stays at the top.
        column.addStretch()
        self.refresh()

    def refresh(self) -> None:
        """Show where the person stands with every service."""
        statuses = self._state.statuses()
        numbers = Counter(statuses.values())
        for status, button in zip(GROUPS, self._buttons, strict=True):
            number = len(statuses) if status is None else numbers[status]
            button.setText(_group_words(status, number))
        searching = bool(self.search.text().strip())
        status = None if searching else GROUPS[self._groups.checkedId()]
        found = search(tuple(self._state.outlines.values()), self.search.text())
        lines = [(outline.slug, statuses[outline.slug]) for outline in found]
        self.list.show_services(lines, status, self._current)
        empty = self.list.is_empty()
        self._empty.setVisible(empty)
        self.list.setVisible(not empty)
        if empty:
            self._empty.setText(self._empty_words(searching=searching))

    def choose(self, slug: str) -> None:
        """Mark a service as the one that is shown."""
        self._current = slug
        self.list.choose(slug)

    def show_all(self) -> None:
        """Show every group."""
        self._buttons[-1].setChecked(True)
        self.refresh()

    def _add_groups(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, TINY)
        self._groups = QButtonGroup(self)
        self._buttons: list[Button] = []
        for number in range(len(GROUPS)):
            button = Button("", "segment")
            button.setCheckable(True)
            self._groups.addButton(button, number)
            self._buttons.append(button)
            row.addWidget(button)
        self._buttons[-1].setChecked(True)
        self._groups.idClicked.connect(self._on_group)
        return holder

    def _empty_words(self, *, searching: bool) -> str:
        if searching:
            return _(
                "Nothing found for “{query}”. Try the name of the company, or fewer letters."
            ).format(query=self.search.text().strip())
        if not self._state.outlines:
            return _("There are no guides here. Install the program again to bring them back.")
        return _("Nothing here now. Choose “All” to see every service.")

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Empty the search by Esc, which the field leaves to what is around it."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self.refresh()

    @Slot(int)
    def _on_group(self, _number: int) -> None:
        self.refresh()

    @Slot(str)
    def _on_chosen(self, slug: str) -> None:
        self._current = slug
        self.service_chosen.emit(slug)
