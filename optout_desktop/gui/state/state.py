"""The window's state, its one long-lived mutable thing: what is shown, and what the person does."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from optout_desktop.base.clock import Clock, as_iso
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.paths import Folders
from optout_desktop.gui.state.checklists import Make
from optout_desktop.gui.state.journals import Journals, Unsaved
from optout_desktop.gui.state.people import People
from optout_desktop.gui.state.services import Services
from optout_desktop.guides.library.library import Library
from optout_desktop.guides.library.outline import Outline, outline_of
from optout_desktop.plan.outcome import Status
from optout_desktop.plan.overview import ServiceOverview
from optout_desktop.progress.events import Draft, Event
from optout_desktop.progress.journal import Journal
from optout_desktop.progress.log_key import LogKey
from optout_desktop.progress.log_key import watched as watched_logs
from optout_desktop.progress.people import (
    Person,
    accounts_of,
    answering,
    with_account,
)
from optout_desktop.progress.people import watched as watched_people
from optout_desktop.progress.settings import change_settings, read_settings
from optout_desktop.progress.state import ServiceState

if TYPE_CHECKING:
    from optout_desktop.checklist.checklist import Checklist


class State(QObject):
    """Holds what the window shows and takes what the person does.

    ``service_changed`` names the service; ``saved`` carries the moment (ISO) once all is on the
    disk; ``not_saved`` the number of things that are not; ``failed`` why: a title, a hint and the
    record of an error that nobody foresaw; ``trouble`` a title and a hint of anything else.
    """

    service_changed = Signal(str)
    person_changed = Signal()
    settings_changed = Signal()
    saved = Signal(str)
    not_saved = Signal(int)
    failed = Signal(str, str, str)
    trouble = Signal(str, str)

    def __init__(
        self,
        folders: Folders,
        library: Library,
        clock: Clock,
        person: str = "",
        region: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders, self._library, self._clock = folders, library, clock
        self.problems: list[OptoutError] = []
        """What could not be read and was set aside, for the window to tell."""
        self._told: set[str] = set()
        self.settings = read_settings(folders, self._tell_once)
        self.is_forgotten = False
        """Whether everything was deleted and nothing was done since."""
        self._people = People(folders, person or self.settings.person, region, self._tell_once)
        self._journals = Journals(folders, self._tell, self)
        outlines = {outline.slug: outline for outline in library.outlines}
        self._services = Services(outlines, self._people, self._journals, self.now, self)
        # Connected first, so that everybody else who hears of a change counts anew.
        self.service_changed.connect(self._services.forget)
        self.person_changed.connect(self._services.forget_all)
        self._journals.changed.connect(self._on_changed)
        self._journals.saved.connect(self.saved)
        self._journals.not_saved.connect(self.not_saved)
        self._journals.failed.connect(self.failed)
        self._look_at_journals()

    def now(self) -> datetime:
        """Return the moment, with its zone."""
        return self._clock()

    # Who is here

    @property
    def person(self) -> Person:
        """The person whose checklist is shown; a region named at the start stands for theirs."""
        return self._people.person

    @property
    def people(self) -> tuple[Person, ...]:
        """All persons of this computer, as their files hold them."""
        return self._people.everybody

    def choose_person(self, person: str, changes: Mapping[str, str]) -> None:
        """Show the checklist of a person, after ``changes`` of their name and region, if any.

        Where they live by their file stands before what was named at the start.
        """
        self._people.choose(person)
        self._change_person(person, partial(replace, **changes))
        self.change_settings(person=person)
        self._look_at_journals()
        self.person_changed.emit()

    def answer(self, slug: str, question: str, answer: str) -> None:
        """Keep what a guide asked; ``question`` is named as situation.questions names it."""
        account = self.account(slug)
        said = partial(answering, service=slug, account=account, question=question, answer=answer)
        self._change_person(self.person.id, said)
        self.person_changed.emit()

    def add_account(self, slug: str, name: str) -> str:
        """Give the person one more account at a service, and return its id."""
        self._change_person(self.person.id, partial(with_account, service=slug, name=name))
        return accounts_of(self.person, slug)[-1].id

    def _change_person(self, person: str, change: Callable[[Person], Person]) -> None:
        try:
            self._people.change(person, change)
        except OptoutError as error:
            self._tell(error)
        else:
            self._journals.tell_saved(as_iso(self.now()))

    def account(self, slug: str) -> str:
        """Return the id of the account at a service that is shown."""
        return self._people.account(slug)

    def choose_account(self, slug: str, account: str) -> None:
        """Show another account of a service."""
        self._people.choose_account(slug, account)
        self._journals.look([self._services.log_key(slug)])
        self.service_changed.emit(slug)

    def change_settings(self, **values: object) -> None:
        """Write new values of settings, and take what the files hold then."""
        before = self.settings
        try:
            self.settings = change_settings(self._folders, **values)
        except OptoutError as error:
            self.settings = replace(before, **values)
            self._tell(error)
        if self.settings != before:
            self.settings_changed.emit()

    # What was done

    def present(self, slug: str) -> str:
        """Name the guide to which a slug leads that may be an old one."""
        return self._people.renamed.get(slug, slug)

    @property
    def outlines(self) -> Mapping[str, Outline]:
        """The outlines of all services, by their slugs."""
        return self._services.outlines

    def journal(self, slug: str) -> Journal:
        """Return what was done at a service, with what is still being written."""
        return self._services.journal(slug)

    def progress(self, slug: str) -> ServiceState:
        """Return what stands at a service, with what is still being written."""
        return self.journal(slug).state

    def overview(self, slug: str) -> ServiceOverview:
        """Return where the person stands with a service."""
        return self._services.overview(slug)

    def statuses(self) -> dict[str, Status]:
        """Return where the person stands with every service, by its slug."""
        return self._services.statuses()

    def checklist(self, slug: str) -> "Checklist":
        """Return the checklist of a service whose guide is open; raises KeyError for another."""
        return self._services.checklist(slug)

    def record(self, slug: str, draft: Draft) -> None:
        """Take what the person did: it shows at once and is saved on a background thread."""
        before = self.journal(slug)
        self._keep(before, before.record([draft], *self._stamp(slug)))

    def undo(self, slug: str) -> Event | None:
        """Take back the newest thing that was done at a service, and return what it was."""
        before = self.journal(slug)
        undone = self._keep(before, before.undo(*self._stamp(slug)))
        return before.state.last if undone else None

    def redo(self, slug: str) -> None:
        """Do again what was undone last, if nothing was done since."""
        before = self.journal(slug)
        self._keep(before, before.redo(*self._stamp(slug)))

    def _keep(self, before: Journal, after: Journal) -> bool:
        """Take a journal in which the person did something; return whether they did."""
        if after is before:
            return False
        self.is_forgotten = False
        self._journals.keep(after)
        return True

    def _stamp(self, slug: str) -> tuple[str, int]:
        """Return the moment, and the revision of the guide by which something is done."""
        return as_iso(self.now()), self.outlines[slug].revision

    def unsaved(self) -> tuple[Unsaved, ...]:
        """Return what could not be saved."""
        return self._journals.unsaved()

    def why_unsaved(self) -> str:
        """Return why something could not be saved last, and what to do."""
        return self._journals.reason

    @Slot()
    def try_again(self) -> None:
        """Save what could not be saved."""
        self._journals.try_again()

    # What others do meanwhile

    def look_around(self) -> None:
        """Read everything again that others changed."""
        before = self.person
        self._people.look(self._tell_once)
        if self.person != before:
            self.person_changed.emit()
        self._look_at_journals()

    def watched(self) -> list[Path]:
        """Return the folders and files that change if others change what is shown."""
        return [*watched_people(self._folders), *watched_logs(self._folders, self.person.id)]

    def _look_at_journals(self) -> None:
        self._journals.look_around(self.person.id, self._people.renamed, self.outlines)

    def open_guide(self, slug: str) -> None:
        """Read a guide whole, and what was done at its service. Raises OptoutError."""
        from optout_desktop.checklist.make import make_checklist

        guide = self._library.open(slug)
        self._services.take_guide(slug, partial(make_checklist, guide))
        fresh = outline_of(guide)
        if fresh != self.outlines[slug]:
            # The prebuilt one is older.
            self._services.take_outlines({**self.outlines, slug: fresh})
            self._look_at_journals()
            self.service_changed.emit(slug)
        self._journals.look([self._services.log_key(slug)])

    def keep_only(self, slug: str) -> None:
        """Keep the guide that is shown alone; others are read again when they are opened."""
        self._services.keep_only(slug)

    def show_alone(self, outline: Outline, make: Make) -> None:
        """Take a guide that is being written, in the place of all others."""
        self._services.take_outlines({outline.slug: outline})
        self._services.take_guide(outline.slug, make)
        self._look_at_journals()
        self.person_changed.emit()

    def forget(self) -> None:
        """Start again after everything was deleted."""
        self.settings = read_settings(self._folders, self._tell_once)
        self._people.start_anew(self.settings.person, self._tell_once)
        self._journals.forget()
        self._look_at_journals()
        self.is_forgotten = True
        self.settings_changed.emit()
        self.person_changed.emit()

    def finish(self) -> tuple[Unsaved, ...]:
        """Write all that waits, and return what cannot be written; the window is closing."""
        return self._journals.finish()

    def _tell(self, problem: OptoutError) -> None:
        self.problems.append(problem)
        self.trouble.emit(problem.title, problem.hint)

    def _tell_once(self, problem: OptoutError) -> None:
        if str(problem) not in self._told:
            self._told.add(str(problem))
            self._tell(problem)

    @Slot(object)
    def _on_changed(self, key: LogKey) -> None:
        if key == self._services.log_key(key.service):
            self.service_changed.emit(key.service)
