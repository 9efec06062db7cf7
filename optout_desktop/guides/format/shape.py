"""The shape of a guide, format 1.

A guide is one TOML file about one service. Texts are plain paragraphs without markup. Dates are
TOML dates, or texts such as "2025-04" or "2025" where the day or month is not known. From these
structs come strict reading, the JSON Schema for editors and the pages of docs/guide-format.md.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from optout_desktop.base.links import Link, check_link
from optout_desktop.guides.format.tasks import Task
from optout_desktop.guides.format.types import (
    Address,
    Applies,
    Confidence,
    FactDate,
    Region,
    RoughDate,
    Sentence,
    Slug,
    Sources,
    Text,
)
from optout_desktop.pictures.vocabulary import Label, Title

FORMAT = 2

Host = Annotated[
    str,
    Meta(pattern=r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$(?!\n)", max_length=120),
]
"""A host name in small ASCII letters: "www.linkedin.com"."""

Monogram = Annotated[str, Meta(pattern=r"^[^\x00-\x20\x7f]+$(?!\n)", min_length=1, max_length=2)]
"""The one or two characters on the tile of a service, without a space: "in"."""


class Former(Struct, frozen=True, forbid_unknown_fields=True):
    """A name that the service had before: its slug leads here, and what was done there counts here.

    ``until`` is when the name ended. ``because`` is the whole sentence that the reader sees.
    """

    slug: Slug
    name: Title
    because: Sentence
    sources: Sources
    until: RoughDate | None = None


class Retired(Struct, frozen=True, forbid_unknown_fields=True):
    """That the service was discontinued: nothing is left to do there, and what was done stays.

    ``since`` is when it ended. ``because`` is the whole sentence that the reader sees.
    """

    since: FactDate
    because: Sentence
    sources: Sources


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to a question."""

    id: Slug
    label: Title


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """What the guide has to know of the reader's account beside region, plan, age and role.

    It is asked only in this guide, and the answer is kept with the account. Rules name answers in
    ``when``.
    """

    id: Slug
    text: Sentence
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=8)] = field(name="option")


class Company(Struct, frozen=True, forbid_unknown_fields=True):
    """Who answers for the data, for the regions named or, without regions, everywhere else."""

    name: Title
    sources: Sources
    regions: tuple[Region, ...] = ()
    address: Label | None = None
    as_of: FactDate | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None


SourceKind = Literal["official", "regulator", "press", "community", "own"]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a fact comes from.

    ``published`` is the date of the document itself, ``edited`` that of its last change, and
    ``copy_of`` that of the stored copy that was read instead of the page. ``until`` is when
    another document took its place. ``via`` is the source in which it was read, where neither the
    page nor a copy of it was. The kind ``own`` is what we concluded, or what our notes say without
    a named source.
    """

    id: Slug
    title: Title
    publisher: Title
    kind: SourceKind
    url: Address | None = None
    published: FactDate | None = None
    edited: FactDate | None = None
    copy_of: FactDate | None = None
    until: FactDate | None = None
    via: Slug | None = None


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """What changed, when, and for whom: everybody, without regions.

    ``until`` is its end, where it went on for some time. ``except`` names regions where it was
    otherwise.
    """

    date: RoughDate
    text: Text
    sources: Sources
    until: RoughDate | None = None
    regions: tuple[Region, ...] = ()
    excepted: tuple[Region, ...] = field(default=(), name="except")
    as_of: FactDate | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None


class Fact(Struct, frozen=True, forbid_unknown_fields=True):
    """What the company does with the data, beside the tasks.

    ``disputed`` says in a sentence where sources disagree. ``except`` names regions where it is
    otherwise.
    """

    id: Slug
    title: Title
    text: Text
    sources: Sources
    regions: tuple[Region, ...] = ()
    excepted: tuple[Region, ...] = field(default=(), name="except")
    as_of: FactDate | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None


class Shared(Struct, frozen=True, forbid_unknown_fields=True):
    """What a guide takes from the file ``guides/shared/<file>.toml``.

    The task comes before the one that ``before`` names, else at the end. ``facts`` names facts of
    that file; ``timeline`` takes all its changes. Sources and the questions of its rules come
    along, and the guide may name them for its own facts and rules too. ``applies`` and ``either``
    replace those of the shared task in this guide.
    """

    file: Slug
    task: Slug | None = None
    before: Slug | None = None
    facts: tuple[Slug, ...] = ()
    timeline: bool = False
    applies: tuple[Applies, ...] = ()
    either: Slug | None = None


class SharedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What several services have in common, written once; guides refer to it.

    ``name`` says whose it is; ``domains`` are the only hosts that its steps may open.
    """

    format: Literal[1, 2]
    name: Title
    domains: Annotated[tuple[Host, ...], Meta(max_length=20)]
    sources: tuple[Source, ...] = field(name="source")
    questions: tuple[Question, ...] = field(default=(), name="question")
    tasks: tuple[Task, ...] = field(default=(), name="task")
    facts: tuple[Fact, ...] = field(default=(), name="fact")
    timeline: tuple[Change, ...] = ()


class Guide(Struct, frozen=True, forbid_unknown_fields=True):
    """All that we know about one service, and what can be done there.

    ``domains`` are the only hosts that its steps may open, none where no step opens a link.
    ``revision`` rises when a step changes its meaning. ``summary_sources`` are those of the summary
    and the warning, where no fact says the same. ``see`` names other guides that go with this one.
    """

    format: Literal[1, 2]
    slug: Slug
    name: Title
    category: Literal[
        "social",
        "assistant",
        "search",
        "developer",
        "publishing",
        "productivity",
        "creative",
        "messaging",
        "media",
        "work",
        "commerce",
        "device",
    ]
    domains: Annotated[tuple[Host, ...], Meta(max_length=20)]
    revision: Annotated[int, Meta(ge=1, le=9999)]
    summary: Sentence
    companies: tuple[Company, ...] = field(name="company")
    sources: tuple[Source, ...] = field(name="source")
    tasks: tuple[Task, ...] = field(name="task")
    warning: Sentence | None = None
    summary_sources: tuple[Slug, ...] = ()
    see: tuple[Slug, ...] = ()
    monogram: Monogram | None = None
    aliases: tuple[Title, ...] = ()
    former: tuple[Former, ...] = ()
    retired: Retired | None = None
    questions: tuple[Question, ...] = field(default=(), name="question")
    applies: tuple[Applies, ...] = ()
    facts: tuple[Fact, ...] = field(default=(), name="fact")
    timeline: tuple[Change, ...] = ()
    shared: tuple[Shared, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """All answers to its questions, as rules name them: "host/cloudflare"."""
        return tuple(f"{one.id}/{option.id}" for one in self.questions for option in one.options)

    def link(self, url: str) -> Link:
        """Return the checked link of an address: on a host of the guide, or exactly a source's.

        Only what passes here is ever a link. Raises OptoutError where it may not be opened.
        """
        return check_link(url, self.domains, [one.url for one in self.sources if one.url])
