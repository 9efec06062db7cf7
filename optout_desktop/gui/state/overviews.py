"""Where the person stands with every service; counted when it is asked for, and kept."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Slot

from optout_desktop.plan.outcome import Status
from optout_desktop.plan.overview import ServiceOverview


class Overviews(QObject):
    """The overviews of services, and their statuses alone, which are less work.

    ``count`` and ``glance`` find both for a slug.
    """

    def __init__(
        self,
        count: Callable[[str], ServiceOverview],
        glance: Callable[[str], Status],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._count, self._glance = count, glance
        self._overviews: dict[str, ServiceOverview] = {}
        self._statuses: dict[str, Status] = {}

    def overview(self, slug: str) -> ServiceOverview:
        """Return the overview of a service."""
        if slug not in self._overviews:
            self._overviews[slug] = self._count(slug)
        return self._overviews[slug]

    def statuses(self, slugs: Iterable[str]) -> dict[str, Status]:
        """Return the statuses of services by their slugs."""
        return {slug: self._status(slug) for slug in slugs}

    @Slot(str)
    def forget(self, slug: str) -> None:
        """Count a service again when it is next asked for."""
        self._overviews.pop(slug, None)
        self._statuses.pop(slug, None)

    @Slot()
    def forget_all(self) -> None:
        """Count every service again."""
        self._overviews.clear()
        self._statuses.clear()

    def _status(self, slug: str) -> Status:
        if slug not in self._statuses:
            self._statuses[slug] = self._glance(slug)
        return self._statuses[slug]
