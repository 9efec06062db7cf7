"""What every command starts from: folders, guides, the person, and finding what was named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from msgspec.structs import replace

from optout_desktop.base.clock import Clock
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.hints import did_you_mean
from optout_desktop.base.languages import _
from optout_desktop.base.locales import and_list
from optout_desktop.base.paths import Folders
from optout_desktop.cli.printing import tell_error
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.format.tasks import Step, Task
from optout_desktop.guides.library.library import Library
from optout_desktop.guides.library.search import folded
from optout_desktop.progress.log_key import LogKey, key_of
from optout_desktop.progress.people import (
    DEFAULT_ACCOUNT,
    Account,
    Person,
    accounts_of,
    following,
    read_people,
    situation_of,
)
from optout_desktop.progress.settings import Settings
from optout_desktop.situation.regions import region_choices, region_named
from optout_desktop.situation.rules import Situation

_FEW = 12

Found = TypeVar("Found")
Named = TypeVar("Named", Person, Account)


@dataclass(frozen=True, slots=True)
class Context:
    """Where a command works, and for whom; ``None`` where the person said nothing."""

    folders: Folders
    library: Library
    clock: Clock
    settings: Settings
    person_named: str | None = None
    account_named: str | None = None
    region_named: str | None = None

    def person(self) -> Person:
        """Return the person by id or name, living where the options say."""
        person = self.stored_person()
        if self.region_named is None:
            return person
        return replace(person, region=region_code(self.region_named))

    def stored_person(self) -> Person:
        """Return the person by id or name, as they are kept."""
        if self.person_named is not None:
            person = find_person(self.folders, self.person_named)
        else:
            people = read_people(self.folders, tell_error)
            chosen = self.settings.person
            person = next((one for one in people if one.id == chosen), people[0])
        return following(person, self.library.renamed)

    def account(self, person: Person, service: str) -> Account:
        """Return the account at a service by id or name; the main one if none was named."""
        accounts = accounts_of(person, service)
        named = self.account_named or DEFAULT_ACCOUNT
        return _named(named, accounts, _("There is no account “{name}” at this service."))

    def guide(self, slug: str) -> Guide:
        """Return the guide of a service, also by an old slug; raises OptoutError as ``choose``."""
        present = {outline.slug: outline.slug for outline in self.library.outlines}
        slugs = self.library.renamed | present
        return self.library.open(choose(slug, slugs, _("There is no service “{name}”.")))

    def log_key(self, person: Person, service: str) -> LogKey:
        """Return where the events of the chosen account are."""
        account = self.account(person, service).id
        return key_of(person.id, service, account, self.library.renamed)

    def situation(self, person: Person, service: str) -> Situation:
        """Return all that decides what applies to the person with the chosen account."""
        return situation_of(person, self.account(person, service))


def find_person(folders: Folders, name: str) -> Person:
    """Return a person by id or name; raises OptoutError as ``choose``."""
    people = read_people(folders, tell_error)
    return _named(name, people, _("There is no person “{name}”."))


def find_task(guide: Guide, task: str) -> Task:
    """Return a task by its id; raises OptoutError as ``choose``."""
    tasks = {one.id: one for one in guide.tasks}
    return choose(task, tasks, _("This service has no task “{name}”."))


def find_step(task: Task, step: str) -> Step:
    """Return a step by its id; raises OptoutError as ``choose``."""
    steps = {one.id: one for one in task.steps}
    return choose(step, steps, _("This task has no step “{name}”."))


def choose(name: str, known: Mapping[str, Found], sentence: str) -> Found:
    """Return what has this name; raises OptoutError that says which one may have been meant."""
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    if near:
        hint = did_you_mean(near)
    elif len(known) <= _FEW:
        hint = _("There are: {names}.").format(names=and_list([*known]))
    else:
        hint = _("“optout-desktop list” shows all services.")
    raise OptoutError(sentence.format(name=name), hint)


def _named(name: str, ones: Iterable[Named], sentence: str) -> Named:
    ids = {one.id: one for one in ones}
    names = {one.name: one for one in ids.values() if one.name}
    return choose(name, {**names, **ids}, sentence)


def region_code(text: str) -> str:
    """Return the code of a region, given by code or name; raises OptoutError."""
    code = region_named(text)
    if code:
        return code
    names = {folded(name): name for _code, name in region_choices()}
    near = get_close_matches(folded(text), names, n=3)
    raise OptoutError(
        _("There is no region “{name}”.").format(name=text),
        did_you_mean([names[one] for one in near])
        if near
        else _("Write its name in English, or its code, such as DE or US-CA."),
    )
