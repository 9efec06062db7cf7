"""The tasks of a checklist: their steps, the ways there, and what the person stated of them."""

from typing import Literal

from msgspec import Struct

from optout_desktop.checklist.sourced import Age, Answer, Sourced
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
from optout_desktop.pictures.vocabulary import Picture
from optout_desktop.plan.outcome import Outcome, Status
from optout_desktop.progress.state import Objection

Standing = Literal["done", "could-not-find", "open", "not-for-you"]
"""Where a step stands; what the person stated of it goes before whether it applies."""


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
