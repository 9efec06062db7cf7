"""The shape of a task in a guide: its steps, other ways to the same place, and fields of a form."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from optout_desktop.guides.format.types import (
    Address,
    Applies,
    Confidence,
    FactDate,
    Region,
    Sentence,
    Slug,
    Sources,
    Text,
    Verbatim,
)
from optout_desktop.pictures.vocabulary import Label, Picture, Title

Surface = Literal["web", "app", "ios", "android", "desktop", "device", "own-site", "e-mail"]
"""Where something is done: ``app`` is a phone's app of either system, ``desktop`` a program on a
computer, ``device`` the settings of a device, ``own-site`` the reader's own website."""

Minutes = Annotated[int, Meta(ge=0, le=120)]

Span = Annotated[
    str, Meta(pattern=r"^(1 (day|week|month)|[1-9]\d{0,2} (days|weeks|months))$(?!\n)")
]
"""How long something takes: "30 days", "1 month"."""

Branch = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$(?!\n)", max_length=81)
]
"""One of several ways of which one is enough: "file", or "file/by-hand" where a way has several
steps, which all carry the same word behind the stroke."""

Asks = Literal[
    "objection",
    "deletion",
    "access",
    "correction",
    "opt-out",
    "consent",
    "complaint",
    "appeal",
    "report",
    "other",
]
"""What is asked for in writing; ``consent`` is taking a consent back."""


Kind = Literal[
    "toggle",
    "choice",
    "form",
    "e-mail",
    "request",
    "delete",
    "publish",
    "plan",
    "admin",
    "nothing",
]

SETTINGS: frozenset[Kind] = frozenset({"toggle", "choice", "plan", "admin"})
"""Kinds of tasks whose control may be found as it should be left."""

Effect = Literal[
    "future-only",
    "new-only",
    "stored-too",
    "also-past",
    "asks-only",
    "not-training",
    "unknown",
]
"""How far a task reaches. ``new-only``: what comes from then on, and not what was there before;
``stored-too``: also what is stored, but not what a model has learned; ``asks-only``: it asks
others, who may not obey; ``not-training``: it is about something else."""

Turn = Literal["off", "on", "other"]
Why = Literal["not-needed", "no-control", "none-found"]
FieldsKnown = Literal["all", "some", "none"]
Records = Literal["sent", "answer"]

Path = Annotated[tuple[Label, ...], Meta(max_length=12)]
"""A click path: the labels to choose, from the first to the last."""


class FailedCheck(Struct, frozen=True, forbid_unknown_fields=True):
    """That something was looked for again and was not as described.

    ``because`` is the whole sentence that the reader sees.
    """

    date: FactDate
    because: Sentence


class Way(Struct, frozen=True, forbid_unknown_fields=True):
    """Another way to the same place: a click path on a surface, with a link where one is known.

    ``surface``, ``place``, ``address``, ``seen_live`` and ``failed`` mean the same as in a step.
    ``regions`` are those in which it leads there; without them it does everywhere.
    """

    sources: Sources
    surface: Surface | None = None
    place: Title | None = None
    regions: tuple[Region, ...] = ()
    path: Path = ()
    url: Address | None = None
    address: Label | None = None
    text: Text | None = None
    as_of: FactDate | None = None
    seen_live: FactDate | None = None
    failed: FailedCheck | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None
    picture: Picture | None = None


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One tick inside a task: one action, and what is seen when it worked.

    ``surface`` is where it is done; where it has none, no source says it, and nothing is claimed.
    ``place`` says it in words where those of the surface are too coarse: "in Claude Code".
    ``address`` is an address with gaps for the reader to fill in, which is shown and never opened.
    ``copy`` is ready text with a Copy button; gaps in it are between ‹ and ›. ``missing`` says
    what it means when the person does not find this; with ``missing_means = "not-offered"`` the
    task is then not offered to them. Of steps with the same word in ``either`` one way is enough.
    ``each`` is for what it is done again: "each of your blogs". ``records`` asks for more than a
    tick: ``sent`` for the date and case number of what was sent, ``answer`` for what came back;
    ``answer_within`` is how soon the company says that it answers. ``as_of`` is the date of
    the newest dated source that shows this; of a step that has none the reader is told that it is
    undated. ``seen_live`` is the date on which somebody saw it on the service itself, ``failed``
    that somebody looked there again and did not.
    """

    id: Slug
    title: Title
    sources: Sources
    text: Text | None = None
    seen: Text | None = None
    copy_text: Verbatim | None = field(default=None, name="copy")
    surface: Surface | None = None
    place: Title | None = None
    path: Path = ()
    url: Address | None = None
    address: Label | None = None
    ways: tuple[Way, ...] = field(default=(), name="way")
    missing: Text | None = None
    missing_means: Literal["not-offered"] | None = None
    warning: Text | None = None
    optional: bool = False
    either: Branch | None = None
    each: Title | None = None
    records: Records | None = None
    answer_within: Span | None = None
    applies: tuple[Applies, ...] = ()
    as_of: FactDate | None = None
    seen_live: FactDate | None = None
    failed: FailedCheck | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None
    picture: Picture | None = None


class FormField(Struct, frozen=True, forbid_unknown_fields=True):
    """One field of a form, in its order; ``regions`` are those where the form has it."""

    label: Label
    text: Sentence
    required: bool | None = None
    regions: tuple[Region, ...] = ()
    sources: tuple[Slug, ...] = ()
    as_of: FactDate | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None


class Recipient(Struct, frozen=True, forbid_unknown_fields=True):
    """Where people in the regions named write to, instead of the address of the task."""

    address: Label
    regions: Annotated[tuple[Region, ...], Meta(min_length=1)]
    sources: Sources
    subject: Label | None = None


class After(Struct, frozen=True, forbid_unknown_fields=True):
    """That a task is useful only once another one was ``sent``, or was ``refused``.

    Of several any one is enough; those that a guide does not have are passed over.
    """

    tasks: Annotated[tuple[Slug, ...], Meta(min_length=1)] = field(name="task")
    was: Literal["sent", "refused"]


class Task(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that can be done at a service.

    ``default`` and ``leave`` are the words of the control as it is found and as it should be left;
    ``turn`` says what that means: ``off``, ``on``, or ``other`` where it is neither. ``asks`` is
    what a form, an e-mail or another request asks for. ``why`` says why nothing is left to do: the
    service does not do it (``not-needed``), it does and has no way out (``no-control``), or none
    was found (``none-found``).

    ``effect`` says how far it reaches; ``stops``, ``stays``, ``breaks`` and ``undo`` say so in
    sentences.

    Of tasks with the same word in ``either`` one is enough. Once the task ``moot_after`` is done,
    this one is no longer needed. ``each`` is for what the task is done again: "each of your blogs".
    ``fields_known`` says how much of the form somebody has seen.
    """

    id: Slug
    kind: Kind
    title: Title
    minutes: Minutes
    sources: Sources
    text: Text | None = None
    optional: bool = False
    default: Title | None = None
    leave: Title | None = None
    turn: Turn | None = None
    asks: Asks | None = None
    why: Why | None = None
    effect: Effect | None = None
    stops: Text | None = None
    stays: Text | None = None
    breaks: Text | None = None
    undo: Text | None = None
    warning: Text | None = None
    address: Label | None = None
    subject: Label | None = None
    recipients: tuple[Recipient, ...] = field(default=(), name="recipient")
    reason: Text | None = None
    either: Slug | None = None
    after: After | None = None
    moot_after: Slug | None = None
    each: Title | None = None
    applies: tuple[Applies, ...] = ()
    confidence: Confidence = "high"
    disputed: Sentence | None = None
    fields_known: FieldsKnown = "all"
    fields: tuple[FormField, ...] = field(default=(), name="field")
    steps: tuple[Step, ...] = field(default=(), name="step")

    @property
    def requested(self) -> Asks | None:
        """Return what is asked for in writing; a deletion, where nothing else is said of one."""
        return self.asks or ("deletion" if self.kind == "delete" else None)
