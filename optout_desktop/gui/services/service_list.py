"""The list of services on the left: by what needs doing, with headings between."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QObject,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QWidget,
)

from optout_desktop.base.languages import _
from optout_desktop.checklist.words.lines import service_line
from optout_desktop.checklist.words.outcome import group_words
from optout_desktop.gui.parts.scroll_bar import ScrollBar
from optout_desktop.gui.services.service_row import Heading, Index, RowRole, ServiceDelegate
from optout_desktop.plan.outcome import Status
from optout_desktop.plan.overview import ServiceOverview

_BATCH = 20
"""Rows that are measured at once: about what a screen shows."""

_ORDER: tuple[Status, ...] = (
    "to-do",
    "waiting",
    "unreadable",
    "done",
    "nothing",
    "not-for-you",
    "retired",
)


Row = Heading | str
"""A heading, or the slug of a service: it is counted only when its row comes into view."""


def rows(services: Sequence[tuple[str, Status]], status: Status | None) -> list[Row]:
    """Group services by what needs doing; ``status`` keeps one group only."""
    made: list[Row] = []
    for group in _ORDER:
        members = [slug for slug, stands in services if stands == group]
        if members and status in {None, group}:
            made += [Heading(group_words(group)), *members]
    return made


class ServiceModel(QAbstractListModel):
    """Rows of the list; ``overview`` tells of a service where the person stands with it."""

    def __init__(
        self, overview: Callable[[str], ServiceOverview], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._overview = overview
        self._rows: list[Row] = []

    def show_rows(self, shown: list[Row]) -> None:
        """Take new rows; where only texts changed, selection and place stay."""
        if shown == self._rows:
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._rows = shown
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row as a value, or as the words that a screen reader says."""
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            if role == RowRole:
                return row
            return row.text if role == Qt.ItemDataRole.DisplayRole else None
        if role not in {RowRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        overview = self._overview(row)
        if role == RowRole:
            return overview
        name = overview.outline.name
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        return _("{service}, {status}").format(service=name, status=service_line(overview))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let services be chosen, and headings not."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def row_of(self, slug: str) -> int | None:
        """Find the row of a service."""
        return self._rows.index(slug) if slug in self._rows else None

    def first_service(self) -> int | None:
        """Find the first row that is a service."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, str)), None)


class ServiceList(QListView):
    """The list itself; ``service_chosen`` carries the slug."""

    service_chosen = Signal(str)

    def __init__(
        self, overview: Callable[[str], ServiceOverview], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("service_list")
        self.setAccessibleName(_("Services"))
        self._model = ServiceModel(overview, self)
        self.setModel(self._model)
        self.setItemDelegate(ServiceDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar("panel"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # A thousand rows must not be measured before the first is painted.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def show_services(
        self, services: Sequence[tuple[str, Status]], status: Status | None, current: str
    ) -> None:
        """Show these services, and keep ``current`` chosen without opening it again."""
        self._model.show_rows(rows(services, status))
        self.choose(current)

    def choose(self, slug: str) -> None:
        """Mark a service as chosen without telling anybody."""
        number = self._model.row_of(slug)
        model = self.selectionModel()
        blocked = model.blockSignals(True)
        index = self._model.index(number) if number is not None else QModelIndex()
        model.setCurrentIndex(index, model.SelectionFlag.ClearAndSelect)
        model.blockSignals(blocked)
        if number is not None:
            self.scrollTo(index)
        self.viewport().update()

    def choose_first(self) -> None:
        """Open the first service, as when Enter is pressed in the search."""
        number = self._model.first_service()
        if number is not None:
            self.setCurrentIndex(self._model.index(number))
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_empty(self) -> bool:
        """Return whether no service is shown."""
        return self._model.first_service() is None

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, selected: QItemSelection, _before: QItemSelection) -> None:
        """Open what a screen reader selects: it selects without making it the current row."""
        indexes = selected.indexes()
        if indexes and indexes[0] != self.currentIndex():
            self.setCurrentIndex(indexes[0])

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(RowRole) if current.isValid() else None
        if isinstance(row, ServiceOverview):
            self.service_chosen.emit(row.outline.slug)
