"""What the facts say of a guide, in ``expected.toml`` beside it: written from them, not from it.

An author notes there which answer the guide gives to whom, which addresses it opens and cites, and
what must or must not be in it. The check compares the guide with that (authoring.unmet).
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from optout_desktop.guides.format.shape import Host
from optout_desktop.guides.format.tasks import Surface
from optout_desktop.guides.format.types import (
    Address,
    Age,
    Answer,
    Choice,
    Confidence,
    Plan,
    Role,
    Slug,
)
from optout_desktop.pictures.vocabulary import Found

NAME = "expected.toml"
NOT_SAID = "not-said"
"""Stands for a person who has not said where they live."""

REGIONS = (
    *("DE", "NO", "CH", "GB", "US-CA", "US", "CA", "BR", "IN", "KR", "JP", "AU", "HK", "CN"),
    NOT_SAID,
)
"""Where every task has its answer: the regions that differ most in law and in what is offered."""

Place = Annotated[str, Meta(pattern=r"^([A-Z]{2}(-[A-Z0-9]{1,3})?|not-said)$(?!\n)")]
Pattern = Annotated[str, Meta(min_length=1, max_length=300)]


class _Row(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that is expected."""


class AnswerRow(_Row, frozen=True):
    """The answer of a task in all regions, but for some; without a task, of the guide itself."""

    answer: Answer
    task: Slug | None = None
    excepted: dict[Answer, tuple[Place, ...]] = field(default_factory=dict, name="except")


class Case(_Row, frozen=True):
    """What somebody is told of a task or of steps of it; what is not written is not looked at.

    It holds for every region, plan and step that is named. ``said`` are answers to the guide's
    questions. ``because`` and ``not_because`` are regular expressions that the reason holds and
    does not hold. An empty ``since`` says that no date is given.
    """

    regions: tuple[Place, ...] = (NOT_SAID,)
    task: Slug | None = None
    steps: tuple[Slug, ...] = ()
    plans: tuple[Plan, ...] = ()
    age: Age | Literal[""] = ""
    role: Role | Literal[""] = ""
    said: tuple[Choice, ...] = ()
    answer: Answer | None = None
    optional: bool | None = None
    because: Pattern | None = None
    not_because: Pattern | None = None
    since: str | None = None
    confidence: Confidence | None = None
    cites: tuple[Slug, ...] = ()
    does_not_cite: tuple[Slug, ...] = ()


class OnlyOne(_Row, frozen=True):
    """Steps of a task of which each person has exactly one."""

    task: Slug
    steps: tuple[Slug, ...]
    regions: tuple[Place, ...]


class CompanyRow(_Row, frozen=True):
    """Who answers for the data in some regions."""

    name: str
    regions: tuple[Place, ...]


class Switch(_Row, frozen=True):
    """A switch or box that is drawn as it is found and as it is left."""

    label: str
    before: Found
    after: Found


class Surfaces(_Row, frozen=True):
    """All surfaces that a task's steps and ways name; ``by_all`` if none of them names none."""

    task: Slug
    names: tuple[Surface, ...]
    by_all: bool = False


class Value(_Row, frozen=True):
    """What is at one place of the guide, or what a text there holds.

    ``at`` names keys as the format does, things with an id by their id, others by their number from
    0, and all of a list by ``*``: "task.ai-toggle.step.*.records". Of a table, ``is`` may name a
    part.
    """

    at: str
    equals: object = field(default=None, name="is")
    has: Pattern | None = None
    has_not: Pattern | None = None


class Expected(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is expected of one guide.

    ``opens`` are all addresses that its steps and ways open, ``cites`` all addresses of its
    sources, ``gaps`` addresses with a gap, which are only shown, ``doubtful`` those of ways with
    low confidence. ``alike`` are regions with the same answer for the same reason everywhere.
    ``disputed`` are facts and tasks of which the guide says that sources disagree. ``never`` are
    regular expressions that no text of it holds.
    """

    opens: tuple[Address, ...]
    cites: tuple[Address, ...]
    domains: tuple[Host, ...]
    answers: tuple[AnswerRow, ...] = field(name="answer")
    cases: tuple[Case, ...] = field(default=(), name="case")
    only_one: tuple[OnlyOne, ...] = ()
    companies: tuple[CompanyRow, ...] = field(default=(), name="company")
    switches: tuple[Switch, ...] = field(default=(), name="switch")
    surfaces: tuple[Surfaces, ...] = ()
    values: tuple[Value, ...] = field(default=(), name="value")
    gaps: tuple[str, ...] = ()
    doubtful: tuple[Address, ...] = ()
    alike: tuple[Place, ...] = ()
    disputed: tuple[Slug, ...] = ()
    never: tuple[Pattern, ...] = ()
