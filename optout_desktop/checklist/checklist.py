"""One service's guide as it stands for one person's account: the value that every face shows.

Everything here is data: texts of the guide and of the person, codes, dates, numbers of sources. The
program's own sentences are in checklist.words. A text that is not there is empty; a code or a value
that is not there is None. Dates are as exact as they are known ("2025", "2025-11", "2025-11-03",
"about 2025-11"), moments are ISO 8601 with offset. Sources are named by their numbers, from 1.
Every ``url`` may be opened: an address that may not be is left out. Texts may hold what others
wrote; a face makes them safe for its own format.
"""

from msgspec import Struct

from optout_desktop.checklist.sourced import Age, Answer, Source, Sourced
from optout_desktop.checklist.tasks import LostStep, Step, Task
from optout_desktop.plan.outcome import Status


class Option(Struct, frozen=True):
    """One answer to a question; the program's own questions have no ``label``: words name them."""

    code: str
    label: str = ""


class Question(Struct, frozen=True):
    """What the guide has to know of the person beside where they live.

    ``name`` is "plan", "age" or "role", or situation.rules.OWN and the id of a question of the
    guide, which alone has a ``text``. The first option stands for what was not said.
    """

    name: str
    options: tuple[Option, ...]
    current: str
    text: str = ""


class Former(Struct, frozen=True):
    """A name that the service had before."""

    name: str
    because: str
    sources: tuple[int, ...]
    until: str = ""


class Retired(Struct, frozen=True):
    """That the service was discontinued."""

    since: str
    because: str
    sources: tuple[int, ...]


class Company(Sourced, frozen=True):
    """Who answers for the data; ``answers`` is whether it does for where this person lives."""

    name: str
    regions: tuple[str, ...]
    address: str
    answers: bool


class Fact(Sourced, frozen=True):
    """What the company does with the data.

    ``is_elsewhere`` is whether it holds only for regions in which this person does not live.
    """

    id: str
    title: str
    text: str
    age: Age
    regions: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    is_elsewhere: bool = False


class Change(Sourced, frozen=True):
    """What changed, when, and for whom: everybody, without regions."""

    date: str
    text: str
    until: str = ""
    regions: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()


class Checklist(Struct, frozen=True, kw_only=True):
    """One service's guide as it stands for one person's account.

    ``account`` is the name that the person gave it, empty where they have only one. ``region`` is
    where they live. ``answer`` is that of the guide's own rules. ``as_of`` is the date of the
    newest fact. ``minutes`` is how long all takes that this person has to do, done or not.
    ``next_step`` is named by its task and itself; ``see`` are the slugs of guides that go with this
    one.
    """

    slug: str
    name: str
    monogram: str
    account: str
    region: str
    revision: int
    as_of: str
    summary: str
    summary_sources: tuple[int, ...]
    warning: str
    former: tuple[Former, ...]
    retired: Retired | None
    companies: tuple[Company, ...]
    answer: Answer
    questions: tuple[Question, ...]
    status: Status
    done: int
    total: int
    minutes: int
    minutes_left: int
    next_step: tuple[str, str] | None
    tasks: tuple[Task, ...]
    lost_steps: tuple[LostStep, ...]
    facts: tuple[Fact, ...]
    timeline: tuple[Change, ...]
    see: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def links(self) -> frozenset[str]:
        """Every address here that may be opened."""
        steps = [step for task in self.tasks for step in task.steps]
        urls = [
            *(way.url for step in steps for way in (step, *step.ways)),
            *(source.url for source in self.sources),
        ]
        return frozenset(filter(None, urls))

    def task(self, task: str) -> Task:
        """Return a task by its id; raises KeyError."""
        for one in self.tasks:
            if one.id == task:
                return one
        raise KeyError(task)

    def step(self, task: str, step: str) -> Step:
        """Return a step by the ids of its task and itself; raises KeyError."""
        for one in self.task(task).steps:
            if one.id == step:
                return one
        raise KeyError(step)
