"""The services as they stand for the person and the accounts that are shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from optout_desktop.base.clock import Clock
from optout_desktop.gui.state.checklists import Checklists, Make
from optout_desktop.gui.state.journals import Journals
from optout_desktop.gui.state.overviews import Overviews
from optout_desktop.gui.state.people import People
from optout_desktop.guides.library.outline import Outline
from optout_desktop.guides.library.renamed import renamed
from optout_desktop.plan.outcome import Status
from optout_desktop.plan.overview import ServiceOverview, service_overview, untouched_status
from optout_desktop.progress.journal import Journal
from optout_desktop.progress.log_key import LogKey, key_of
from optout_desktop.progress.people import accounts_of
from optout_desktop.situation.rules import Situation, within

if TYPE_CHECKING:
    from optout_desktop.checklist.checklist import Checklist


class Services(QObject):
    """Joins what the guides say, who the person is, and what they did.

    What is counted is kept until it is forgotten.
    """

    def __init__(
        self,
        outlines: Mapping[str, Outline],
        people: People,
        journals: Journals,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._people, self._journals, self._clock = people, journals, clock
        self._overviews = Overviews(self._counted, self._glance, self)
        self._checklists = Checklists(self._filled, self)
        self.take_outlines(outlines)

    def take_outlines(self, outlines: Mapping[str, Outline]) -> None:
        """Take other guides, and the names that their services have and had."""
        self.outlines: Mapping[str, Outline] = outlines
        self._people.renamed = renamed(outlines.values())
        self.forget_all()

    def take_guide(self, slug: str, make: Make) -> None:
        """Take the guide that is open, as what makes its checklists."""
        self._checklists.take(slug, make)

    def keep_only(self, slug: str) -> None:
        """Keep the guide of one service alone."""
        self._checklists.keep_only(slug)

    @Slot(str)
    def forget(self, slug: str) -> None:
        """Count a service again when it is next asked for."""
        self._overviews.forget(slug)
        self._checklists.forget(slug)

    @Slot()
    def forget_all(self) -> None:
        """Count every service again."""
        self._overviews.forget_all()
        self._checklists.forget_all()

    def log_key(self, slug: str) -> LogKey:
        """Return whose log holds what was done at a service."""
        people = self._people
        return key_of(people.person.id, slug, people.account(slug), people.renamed)

    def journal(self, slug: str) -> Journal:
        """Return what was done at a service, with what is still being written."""
        return self._journals.journal(self.log_key(slug))

    def situation(self, slug: str) -> Situation:
        """Return all that decides what applies at a service."""
        return within(self._people.situation(slug), self.outlines[slug].choices)

    def overview(self, slug: str) -> ServiceOverview:
        """Return where the person stands with a service."""
        return self._overviews.overview(slug)

    def statuses(self) -> dict[str, Status]:
        """Return where the person stands with every service, by its slug."""
        return self._overviews.statuses(self.outlines)

    def checklist(self, slug: str) -> "Checklist":
        """Return the checklist of a service whose guide is open; raises KeyError for another."""
        return self._checklists.checklist(slug)

    def _counted(self, slug: str) -> ServiceOverview:
        state = self.journal(slug).state
        return service_overview(self.outlines[slug], state, self.situation(slug))

    def _glance(self, slug: str) -> Status:
        if self.journal(slug).events:
            return self.overview(slug).status
        return untouched_status(self.outlines[slug], self.situation(slug))

    def _filled(self, make: Make, slug: str) -> "Checklist":
        accounts = accounts_of(self._people.person, slug)
        names = {account.id: account.name for account in accounts if len(accounts) > 1}
        return make(
            self.journal(slug).state,
            self.situation(slug),
            today=self._clock().date(),
            account=names.get(self._people.account(slug), ""),
        )
