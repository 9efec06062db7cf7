"""One service's guide as it stands for one person's account: the value that every face shows.

Everything here is data: texts of the guide and of the person, codes, dates, numbers of sources. The
program's own sentences are in checklist.words. A text that is not there is empty; a code or a value
that is not there is None. Dates are as exact as they are known ("2025", "2025-11", "2025-11-03",
"about 2025-11"), moments are ISO 8601 with offset. Sources are named by their numbers, from 1.
Every ``url`` may be opened: an address that may not be is left out. Texts may hold what others
wrote; a face makes them safe for its own format.
"""

from typing import Literal

from msgspec import Struct

from optout_desktop.guides.format.freshness import State
from optout_desktop.guides.format.shape import SourceKind
from optout_desktop.guides.format.tasks import (
    SETTINGS,
    Asks,
    Effect,
    FieldsKnown,
    Kind,
    Records,
    Surface,
    Turn,
    Why,
)
from optout_desktop.guides.format.types import FOLDING, Confidence
from optout_desktop.guides.format.types import Answer as AnswerCode
from optout_desktop.pictures.vocabulary import Picture
from optout_desktop.plan.outcome import Outcome, Status
from optout_desktop.progress.state import Objection
from optout_desktop.situation.rules import Asked

Standing = Literal["done", "could-not-find", "open", "not-for-you"]
"""Where a step stands; what the person stated of it goes before whether it applies."""


class Source(Struct, frozen=True):
    """Where a fact comes from; guides.format.shape.Source says what the dates mean.

    ``via`` is the number of the source in which it was read, 0 where it was read itself.
    """

    number: int
    title: str
    publisher: str
    kind: SourceKind
    url: str = ""
    published: str = ""
    edited: str = ""
    copy_of: str = ""
    until: str = ""
    via: int = 0


class Failed(Struct, frozen=True):
    """That something was looked for again on ``date`` and was not as described."""

    date: str
    because: str


class Age(Struct, frozen=True):
    """How old a step, way or fact is, on the day for which the checklist was made.

    ``date`` is when it was last shown, by the source with the number ``source`` (0 for none) or,
    if ``seen_live``, by the service itself.
    """

    state: State
    date: str = ""
    source: int = 0
    seen_live: bool = False
    failed: Failed | None = None


class Sourced(Struct, frozen=True, kw_only=True):
    """Something that a guide says, with what a reader needs to judge it.

    ``as_of`` is the date of the newest source that shows it; ``disputed`` is the sentence that says
    where sources disagree.
    """

    sources: tuple[int, ...] = ()
    as_of: str = ""
    confidence: Confidence = "high"
    disputed: str = ""


class Answer(Sourced, frozen=True):
    """Whether something applies to this person.

    ``because`` is the guide's sentence that says why. ``asks`` is what the person has not said and
    the answer depends on. ``region`` is where they live, if that is what no rule tells of.
    """

    code: AnswerCode
    because: str = ""
    since: str = ""
    until: str = ""
    asks: tuple[Asked, ...] = ()
    region: str = ""
    optional: bool = False

    @property
    def folds(self) -> bool:
        """Whether it may be folded away: only what is known not to be needed."""
        return self.code in FOLDING


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


class Way(Sourced, frozen=True, kw_only=True):
    """One way to a place, for where this person lives.

    ``place`` says where it is done in words that are finer than ``surface``. ``address`` is one
    with gaps for the person to fill in, which is shown and never opened.
    """

    age: Age
    text: str = ""
    surface: Surface | None = None
    place: str = ""
    path: tuple[str, ...] = ()
    url: str = ""
    address: str = ""
    picture: Picture | None = None


class Step(Way, frozen=True):
    """One tick inside a task: the way that the guide names first, and what the person stated.

    ``at`` and ``revision`` tell when it was stated, and of which revision of the guide.
    ``could_not_find`` is one of the reasons of progress.events. ``is_one_way`` is whether one of
    several such steps is enough; ``instead`` are the titles of the other ways for this person.
    ``each`` is for what it is done again, ``records`` what it asks for beside a tick, and
    ``answer_within`` how soon the company says that it answers: "30 days".
    """

    id: str
    title: str
    answer: Answer
    standing: Standing
    at: str = ""
    revision: int = 0
    could_not_find: str = ""
    note: str = ""
    objection: Objection | None = None
    optional: bool = False
    is_one_way: bool = False
    instead: tuple[str, ...] = ()
    each: str = ""
    seen: str = ""
    copy_text: str = ""
    warning: str = ""
    missing: str = ""
    missing_means: Literal["not-offered"] | None = None
    records: Records | None = None
    answer_within: str = ""
    ways: tuple[Way, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether it is ticked."""
        return self.standing == "done"


class FormField(Sourced, frozen=True):
    """One field of a form; ``required`` is None where it is not known."""

    label: str
    text: str
    required: bool | None


class Letter(Struct, frozen=True):
    """Where to write, and with which subject."""

    address: str = ""
    subject: str = ""


class SetAside(Struct, frozen=True):
    """Which other tasks, by their titles, leave this one without a point now.

    It is useful once one of them was ``sent``, or ``refused``; or it is not needed, because one of
    them was ``done``, or ``taken`` as another way.
    """

    was: Literal["sent", "refused", "done", "taken"]
    tasks: tuple[str, ...]


class Task(Sourced, frozen=True):
    """One thing that can be done at a service, and what came of it.

    ``stated`` is what the person said of the whole task: an outcome, or empty. ``counts`` is
    whether it is among those that this person has to do; ``done`` and ``total`` count the steps
    that do. ``at`` is its newest entry, ``next_step`` the id of the step to do next in it.
    ``asks`` is what is asked for in writing. ``surfaces`` are where it can be done. What the other
    fields mean is said in guides.format.tasks.Task.
    """

    id: str
    kind: Kind
    title: str
    answer: Answer
    outcome: Outcome
    status: Status
    stated: str = ""
    set_aside: SetAside | None = None
    counts: bool = True
    optional: bool = False
    done: int = 0
    total: int = 0
    minutes: int = 0
    minutes_left: int = 0
    at: str = ""
    next_step: str = ""
    asks: Asks | None = None
    text: str = ""
    warning: str = ""
    reason: str = ""
    default: str = ""
    leave: str = ""
    turn: Turn | None = None
    why: Why | None = None
    effect: Effect | None = None
    stops: str = ""
    stays: str = ""
    breaks: str = ""
    undo: str = ""
    instead: tuple[str, ...] = ()
    each: str = ""
    letter: Letter = Letter()
    fields_known: FieldsKnown = "all"
    fields: tuple[FormField, ...] = ()
    surfaces: tuple[Surface, ...] = ()
    objections: tuple[Objection, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def may_be_set_already(self) -> bool:
        """Whether the person may find its control as it should be left."""
        return self.kind in SETTINGS


class LostStep(Struct, frozen=True):
    """What the person stated of a step that the guide no longer has."""

    task: str
    step: str
    standing: Standing
    at: str = ""
    could_not_find: str = ""
    note: str = ""
    objection: Objection | None = None


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
