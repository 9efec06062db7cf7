"""The one long-lived mutable thing: who is here, which guides there are, what was done."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from optout_desktop.base.clock import Clock, as_iso
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.paths import Folders
from optout_desktop.gui.state.saver import NotSaved, Saved, Saver
from optout_desktop.guides.library.outline import Outline, outline_of
from optout_desktop.guides.library.renamed import renamed
from optout_desktop.plan.outcome import Status
from optout_desktop.plan.overview import ServiceOverview, service_overview, untouched_status
from optout_desktop.progress.events import Event
from optout_desktop.progress.log import Damage, Place, place_of, places, read
from optout_desktop.progress.people import (
    DEFAULT_ACCOUNT,
    Person,
    account_of,
    accounts_of,
    answering,
    change_person,
    following,
    read_people,
    situation_of,
    with_account,
)
from optout_desktop.progress.settings import change_settings, read_settings
from optout_desktop.progress.state import ServiceState, fold, redo_of
from optout_desktop.progress.toml_files import in_silence
from optout_desktop.situation.rules import Situation, within

if TYPE_CHECKING:
    from optout_desktop.guides.format.shape import Guide


class State(QObject):
    """Holds what the window shows and takes what the person does.

    ``service_changed`` names the service; ``saved`` carries the moment (ISO); ``not_saved`` comes
    after something the person did could not be written; ``trouble`` carries a title and a hint,
    ``unforeseen`` the record of an error too.
    """

    service_changed = Signal(str)
    person_changed = Signal()
    settings_changed = Signal()
    saved = Signal(str)
    not_saved = Signal()
    trouble = Signal(str, str)
    unforeseen = Signal(str, str, str)

    def __init__(
        self,
        folders: Folders,
        guides: Path,
        outlines: tuple[Outline, ...],
        clock: Clock,
        person: str = "",
        region: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folders = folders
        self.guides = guides
        self.clock = clock
        self.problems: list[OptoutError] = []
        """What could not be read and was set aside, for the window to tell once."""
        self.settings = read_settings(folders, self.problems.append)
        self.people = read_people(folders, self.problems.append)
        self.outlines = {outline.slug: outline for outline in outlines}
        self._renamed = renamed(outlines)
        self._person = person or self.settings.person
        self._region = region
        self.is_forgotten = False
        """Whether everything was deleted and nothing was done since."""
        self._accounts: dict[str, str] = {}
        self._events: dict[Place, list[Event]] = {}
        self._waiting: dict[Place, list[Event]] = {}
        self._unsaved_notes: dict[tuple[Place, str, str], str] = {}
        self._overviews: dict[str, ServiceOverview] = {}
        self._statuses: dict[str, Status] = {}
        # Connected first, so that everybody else who hears of a change counts anew.
        self.service_changed.connect(self._forget_overview)
        self.person_changed.connect(self._forget_overviews)
        self._saver = Saver(folders, self)
        self._saver.saved.connect(self._on_saved)
        self._saver.failed.connect(self._on_failed)
        self._load()

    # Who is here

    @property
    def person(self) -> Person:
        """The person whose checklist is shown; a region named at the start stands for theirs."""
        person = self._stored_person()
        return replace(person, region=self._region) if self._region else person

    def _stored_person(self) -> Person:
        person = next((one for one in self.people if one.id == self._person), self.people[0])
        return following(person, self._renamed)

    def choose_person(self, person: str, changes: Mapping[str, str]) -> None:
        """Show the checklist of a person, after ``changes`` of their name and region, if any.

        Where they live by their file stands before what was named at the start.
        """
        self._region = ""
        self._person = person
        self._change_person(person, partial(replace, **changes))
        self.change_settings(person=person)
        self._accounts.clear()
        self._load()
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
        """Write a change of a person, and read what the files of all persons hold then."""
        try:
            change_person(self.folders, person, change, self._renamed)
        except OptoutError as error:
            self.trouble.emit(error.title, error.hint)
        else:
            self.saved.emit(self.clock().isoformat())
        self.people = read_people(self.folders, in_silence)

    def account(self, slug: str) -> str:
        """Name the account of a service that is shown."""
        return self._accounts.get(slug, DEFAULT_ACCOUNT)

    def choose_account(self, slug: str, account: str) -> None:
        """Show another account of a service."""
        self._accounts[slug] = account
        self._read(self.place(slug))
        self.service_changed.emit(slug)

    def change_settings(self, **values: object) -> None:
        """Write new values of settings, and take what the files hold then."""
        before = self.settings
        try:
            self.settings = change_settings(self.folders, **values)
        except OptoutError as error:
            self.settings = replace(before, **values)
            self.trouble.emit(error.title, error.hint)
        if self.settings != before:
            self.settings_changed.emit()

    # What was done

    def present(self, slug: str) -> str:
        """Name the guide to which a slug leads that may be an old one."""
        return self._renamed.get(slug, slug)

    def place(self, slug: str) -> Place:
        """Say where the events of a service lie for this person and account."""
        return place_of(self.person.id, slug, self.account(slug), self._renamed)

    def progress(self, slug: str) -> ServiceState:
        """Tell what stands at a service, with what is still being written."""
        return fold(self._all(self.place(slug)))

    def overview(self, slug: str) -> ServiceOverview:
        """Count where the person stands with a service; counted anew only after a change."""
        known = self._overviews.get(slug)
        if known is None:
            known = self._overviews[slug] = self._counted(slug)
        return known

    def _counted(self, slug: str) -> ServiceOverview:
        return service_overview(self.outlines[slug], self.progress(slug), self.situation(slug))

    def situation(self, slug: str) -> Situation:
        """Tell all that decides what applies to this person with this account."""
        person = self.person
        account = account_of(person, slug, self.account(slug))
        return within(situation_of(person, account), self.outlines[slug].choices)

    def statuses(self) -> dict[str, Status]:
        """Tell where the person stands with every service, by its slug."""
        for slug in self.outlines.keys() - self._statuses.keys():
            self._statuses[slug] = self._status(slug)
        return {slug: self._statuses[slug] for slug in self.outlines}

    def _status(self, slug: str) -> Status:
        if self._all(self.place(slug)):
            return self.overview(slug).status
        return untouched_status(self.outlines[slug], self.situation(slug))

    def record(self, slug: str, event: Event) -> None:
        """Take what the person did: it shows at once and is saved beside the window."""
        place = self.place(slug)
        stamped = replace(event, at=as_iso(self.clock()), revision=self.outlines[slug].revision)
        self._waiting.setdefault(place, []).append(stamped)
        self.is_forgotten = False
        self.service_changed.emit(slug)
        self._saver.save(place, (stamped,))

    def unsaved_note(self, slug: str, task: str, step: str) -> str:
        """Give back a note that could not be written, so that it is not lost."""
        return self._unsaved_notes.get((self.place(slug), task, step), "")

    def undo(self, slug: str) -> Event | None:
        """Take back the newest thing that was done at a service; tell what it was."""
        last = self.progress(slug).last
        if last is None or self._waiting.get(self.place(slug)):
            return None
        self.record(slug, Event(0, "", "", "undo", last.task, last.step, value=last.id))
        return last

    def redo(self, slug: str) -> Event | None:
        """Do again what was undone last, if nothing was done since."""
        undone = redo_of(self._all(self.place(slug)))
        if undone is None or self._waiting.get(self.place(slug)):
            return None
        self.record(slug, Event(0, "", "", "undo", undone.task, undone.step, value=undone.id))
        return undone

    def learn(self, guide: "Guide") -> None:
        """Take a guide that was read whole: its outline is newer than the prebuilt one."""
        known = self.outlines[guide.slug]
        fresh = outline_of(guide, known.folder, known.size, known.shared)
        if fresh != known:
            self.outlines[guide.slug] = fresh
            names = renamed(self.outlines.values())
            if names != self._renamed:
                self._renamed = names
                self._load()
            self.service_changed.emit(guide.slug)

    def replace_outlines(self, outlines: Mapping[str, Outline]) -> None:
        """Take other guides, as after a change of their folder."""
        self.outlines = dict(outlines)
        self._renamed = renamed(self.outlines.values())
        self._load()
        self.person_changed.emit()

    def reload(self, slug: str) -> None:
        """Read again what another window or a terminal may have added."""
        place = self.place(slug)
        before = self._events.get(place)
        self._read(place)
        if self._events[place] != before:
            self.service_changed.emit(slug)

    def forget(self) -> None:
        """Start anew after everything was deleted."""
        self.settings = read_settings(self.folders)
        self.people = read_people(self.folders)
        self._person = self.settings.person
        self._accounts.clear()
        self.is_forgotten = True
        self._load()
        self.settings_changed.emit()
        self.person_changed.emit()

    def finish(self) -> None:
        """Write all that waits; the window is closing."""
        self._saver.finish()

    def _all(self, place: Place) -> list[Event]:
        """Join what is written with what waits, which counts as the newest."""
        written = self._events.get(place, [])
        waiting = self._waiting.get(place, [])
        newest = max((event.count for event in written), default=0)
        return written + [
            replace(event, count=newest + 1 + number, computer="waiting")
            for number, event in enumerate(waiting)
        ]

    def _load(self) -> None:
        self._events.clear()
        for place in places(self.folders, self.person.id, self._renamed):
            if place.service in self.outlines:
                self._read(place)

    def _read(self, place: Place) -> None:
        history = read(self.folders, place)
        self._events[place] = list(history.events)
        if history.damage:
            problem = _damaged(history.damage)
            self.problems.append(problem)
            self.trouble.emit(problem.title, problem.hint)

    @Slot(str)
    def _forget_overview(self, slug: str) -> None:
        self._overviews.pop(slug, None)
        self._statuses.pop(slug, None)

    @Slot()
    def _forget_overviews(self) -> None:
        self._overviews.clear()
        self._statuses.clear()

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        self._settle(saved.place, saved.drafts)
        for draft in saved.drafts:
            self._unsaved_notes.pop((saved.place, draft.task, draft.step), None)
        self._events.setdefault(saved.place, []).extend(saved.events)
        self.service_changed.emit(saved.place.service)
        self.saved.emit(saved.events[-1].at)

    @Slot(object)
    def _on_failed(self, failed: NotSaved) -> None:
        self._settle(failed.place, failed.drafts)
        for draft in failed.drafts:
            if draft.what == "note":
                self._unsaved_notes[failed.place, draft.task, draft.step] = draft.note
        self.service_changed.emit(failed.place.service)
        self.not_saved.emit()
        if failed.details:
            self.unforeseen.emit(failed.title, failed.hint, failed.details)
        else:
            self.trouble.emit(failed.title, failed.hint)

    def _settle(self, place: Place, drafts: tuple[Event, ...]) -> None:
        waiting = self._waiting.get(place, [])
        self._waiting[place] = [event for event in waiting if event not in drafts]


def _damaged(damage: tuple[Damage, ...]) -> OptoutError:
    return OptoutError(
        _("A part of what you did could not be read. Everything else is here."),
        _("The damaged lines were kept in {file}.").format(file=damage[0].kept),
    )
