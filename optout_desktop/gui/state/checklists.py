"""The checklists of guides that were read whole; made when they are asked for, and kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot

from optout_desktop.progress.state import ServiceState
from optout_desktop.situation.rules import Situation

if TYPE_CHECKING:
    from datetime import date

    from optout_desktop.checklist.checklist import Checklist


class Make(Protocol):
    """``checklist.make.make_checklist`` for one guide."""

    def __call__(
        self, state: ServiceState, situation: Situation, *, today: "date", account: str
    ) -> "Checklist":
        """Return the checklist of a person in a situation."""


class Checklists(QObject):
    """One checklist for each guide; ``fill`` makes one as it stands for a slug."""

    def __init__(
        self, fill: Callable[[Make, str], "Checklist"], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._makes: dict[str, Make] = {}
        self._checklists: dict[str, Checklist] = {}

    def take(self, slug: str, make: Make) -> None:
        """Take a guide that was read, again if it was before."""
        self._makes[slug] = make
        self._checklists.pop(slug, None)

    def keep_only(self, slug: str) -> None:
        """Keep one guide alone: guides are large, and one is seen."""
        self._makes = {slug: self._makes[slug]}

    def checklist(self, slug: str) -> "Checklist":
        """Return the checklist of a service whose guide is open. Raises KeyError for another."""
        if slug not in self._checklists:
            self._checklists[slug] = self._fill(self._makes[slug], slug)
        return self._checklists[slug]

    @Slot(str)
    def forget(self, slug: str) -> None:
        """Make a checklist again when it is next asked for."""
        self._checklists.pop(slug, None)

    @Slot()
    def forget_all(self) -> None:
        """Make every checklist again when it is next asked for."""
        self._checklists.clear()
