"""The shape of a guide, format 1.

A guide is one TOML file about one service. Texts are plain paragraphs without markup. Dates are
TOML dates, or texts such as "2025-04" or "2025" where the day or month is not known. From these
structs come strict reading, the JSON Schema for editors and the pages of docs/guide-format.md.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from optout_desktop.guides.terms import Applies, FactDate, Region, Sentence, Slug, Sources
from optout_desktop.pictures.shape import Label, Picture

FORMAT = 1

Text = Annotated[str, Meta(min_length=1, max_length=1200, pattern=r"^[^\x00-\x09\x0b-\x1f\x7f]+$")]
"""Plain paragraphs; an empty line parts them."""

Host = Annotated[
    str,
    Meta(pattern=r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$(?!\n)", max_length=120),
]
"""A host name in small ASCII letters: "www.linkedin.com"."""

Address = Annotated[str, Meta(pattern=r"^https://", max_length=500)]
"""A web address in full: "https://www.example.com/privacy". Only https, and without a password."""

Monogram = Annotated[str, Meta(pattern=r"^[^\x00-\x20\x7f]+$(?!\n)", min_length=1, max_length=2)]
"""The one or two characters on the tile of a service, without a space: "in"."""

Confidence = Literal["high", "medium", "low"]
Surface = Literal["web", "ios", "android", "desktop", "e-mail"]
Minutes = Annotated[int, Meta(ge=1, le=120)]


class Former(Struct, frozen=True, forbid_unknown_fields=True):
    """A name that the service had before: its slug leads here, and what was done there counts here.

    ``until`` is when the name ended. ``because`` is the whole sentence that the reader sees.
    """

    slug: Slug
    name: Label
    because: Sentence
    sources: Sources
    until: FactDate | None = None


class Retired(Struct, frozen=True, forbid_unknown_fields=True):
    """That the service is no longer there: nothing of it is left to do, and what was done stays.

    ``since`` is when it ended. ``because`` is the whole sentence that the reader sees.
    """

    since: FactDate
    because: Sentence
    sources: Sources


class Company(Struct, frozen=True, forbid_unknown_fields=True):
    """Who answers for the data, for the regions named or, without regions, everywhere else."""

    name: Label
    sources: Sources
    regions: tuple[Region, ...] = ()
    address: Label | None = None


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a fact comes from.

    ``published`` is the date of the document itself, ``copy_of`` the date of the stored copy that
    was read where the page itself was not. The kind ``own`` is what we concluded, or what our
    notes say without a named source.
    """

    id: Slug
    title: Label
    publisher: Label
    kind: Literal["official", "regulator", "press", "community", "own"]
    url: Address | None = None
    published: FactDate | None = None
    copy_of: FactDate | None = None


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """What changed, when, and for whom (everybody, without regions)."""

    date: FactDate
    text: Text
    sources: Sources
    regions: tuple[Region, ...] = ()


class Fact(Struct, frozen=True, forbid_unknown_fields=True):
    """What the company does with the data, beside the tasks.

    ``disputed`` says in a sentence where sources disagree.
    """

    id: Slug
    title: Label
    text: Text
    sources: Sources
    regions: tuple[Region, ...] = ()
    as_of: FactDate | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None


class FailedCheck(Struct, frozen=True, forbid_unknown_fields=True):
    """That something was looked for again and was not as described.

    ``because`` is the whole sentence that the reader sees.
    """

    date: FactDate
    because: Sentence


class Way(Struct, frozen=True, forbid_unknown_fields=True):
    """Another way to the same place: a click path on a surface, with a link where one is known.

    ``seen_live`` and ``failed`` mean the same as in a step.
    """

    surface: Surface
    sources: Sources
    path: Annotated[tuple[Label, ...], Meta(max_length=8)] = ()
    url: Address | None = None
    text: Text | None = None
    as_of: FactDate | None = None
    seen_live: FactDate | None = None
    failed: FailedCheck | None = None
    confidence: Confidence = "high"
    picture: Picture | None = None


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One tick inside a task: one action, and what is seen when it worked.

    ``copy_text`` is ready text with a Copy button. ``missing`` says what it means when the person
    does not find this. ``records`` asks for more than a tick: ``sent`` for the date and case
    number of an objection, ``answer`` for what came back. ``as_of`` is the date of the newest
    dated source that shows this; without it the step is undated, and the reader is told.
    ``seen_live`` is the date on which somebody saw it on the service itself, ``failed`` that
    somebody looked there again and did not.
    """

    id: Slug
    title: Label
    sources: Sources
    text: Text | None = None
    seen: Text | None = None
    copy_text: Text | None = field(default=None, name="copy")
    surface: Surface = "web"
    path: Annotated[tuple[Label, ...], Meta(max_length=8)] = ()
    url: Address | None = None
    ways: tuple[Way, ...] = field(default=(), name="way")
    missing: Text | None = None
    warning: Text | None = None
    optional: bool = False
    records: Literal["sent", "answer"] | None = None
    applies: tuple[Applies, ...] = ()
    as_of: FactDate | None = None
    seen_live: FactDate | None = None
    failed: FailedCheck | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None
    picture: Picture | None = None


class FormField(Struct, frozen=True, forbid_unknown_fields=True):
    """One field of a form, in the order of the form."""

    label: Label
    text: Sentence
    required: bool | None = None


class Task(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that can be done at a service.

    ``default`` and ``leave`` are the words of the control as it is found and as it should be left.
    ``effect`` says how far it reaches; ``stops``, ``stays``, ``breaks`` and ``undo`` say so in
    sentences.
    """

    id: Slug
    kind: Literal["toggle", "choice", "form", "e-mail", "delete", "plan", "admin", "nothing"]
    title: Label
    minutes: Minutes
    sources: Sources
    text: Text | None = None
    optional: bool = False
    default: Label | None = None
    leave: Label | None = None
    effect: Literal["future-only", "also-past", "unknown"] | None = None
    stops: Text | None = None
    stays: Text | None = None
    breaks: Text | None = None
    undo: Text | None = None
    warning: Text | None = None
    address: Label | None = None
    subject: Label | None = None
    reason: Text | None = None
    applies: tuple[Applies, ...] = ()
    confidence: Confidence = "high"
    disputed: Sentence | None = None
    fields: tuple[FormField, ...] = field(default=(), name="field")
    steps: tuple[Step, ...] = field(default=(), name="step")


class Shared(Struct, frozen=True, forbid_unknown_fields=True):
    """What a guide takes from the file ``guides/shared/<file>.toml``.

    The task stands before the one that ``before`` names, else at the end. ``facts`` names facts of
    that file; ``timeline`` takes all its changes. Sources come along, and the guide may name them
    for its own facts too.
    """

    file: Slug
    task: Slug | None = None
    before: Slug | None = None
    facts: tuple[Slug, ...] = ()
    timeline: bool = False


class SharedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What several services have in common, written once; guides refer to it.

    ``name`` says whose it is; ``domains`` are the only hosts that its steps may open.
    """

    format: Literal[1]
    name: Label
    domains: Annotated[tuple[Host, ...], Meta(max_length=20)]
    sources: tuple[Source, ...] = field(name="source")
    tasks: tuple[Task, ...] = field(default=(), name="task")
    facts: tuple[Fact, ...] = field(default=(), name="fact")
    timeline: tuple[Change, ...] = ()


class Guide(Struct, frozen=True, forbid_unknown_fields=True):
    """All that we know about one service, and what can be done there.

    ``domains`` are the only hosts that its steps may open, none where no step opens a link.
    ``revision`` rises when a step changes its meaning.
    """

    format: Literal[1]
    slug: Slug
    name: Label
    category: Literal[
        "social", "assistant", "developer", "publishing", "productivity", "creative", "messaging"
    ]
    domains: Annotated[tuple[Host, ...], Meta(max_length=20)]
    revision: Annotated[int, Meta(ge=1, le=9999)]
    summary: Sentence
    companies: tuple[Company, ...] = field(name="company")
    sources: tuple[Source, ...] = field(name="source")
    tasks: tuple[Task, ...] = field(name="task")
    warning: Sentence | None = None
    monogram: Monogram | None = None
    aliases: tuple[Label, ...] = ()
    former: tuple[Former, ...] = ()
    retired: Retired | None = None
    applies: tuple[Applies, ...] = ()
    facts: tuple[Fact, ...] = field(default=(), name="fact")
    timeline: tuple[Change, ...] = ()
    shared: tuple[Shared, ...] = ()
