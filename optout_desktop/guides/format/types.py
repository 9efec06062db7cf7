"""The terms that guides and their outlines share: names, dates, regions, and to whom things apply.

Apart from the shape of a whole guide, so that the list can start without it.
"""

import re
from typing import Annotated, Literal

from msgspec import Meta, Struct

_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
_LONGEST_SLUG = 40

Slug = Annotated[str, Meta(pattern=rf"^{_SLUG}$(?!\n)", max_length=_LONGEST_SLUG)]
"""A permanent name in small letters, digits and hyphens: "linkedin", "ai-toggle"."""

Sentence = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=300,
        pattern=r"^[^\x00-\x1f\x7f]+$(?!\n)",
        description="A whole sentence of ours, or two short ones, with a full stop; translated.",
    ),
]

_PARAGRAPHS = r"^[^\x00-\x09\x0b-\x1f\x7f]+$"

Text = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=1200,
        pattern=_PARAGRAPHS,
        description="Plain paragraphs of ours; an empty line parts them; translated.",
    ),
]

Verbatim = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=1200,
        pattern=_PARAGRAPHS,
        description="What the reader copies and hands on as it is; never translated.",
    ),
]

Address = Annotated[str, Meta(pattern=r"^https://", max_length=500)]
"""A web address in full: "https://www.example.com/privacy". Only https, and without a password."""

FactDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$(?!\n)")]
"""A date as exact as it is known: ISO 8601 "2025-11-03", "2025-11" or "2025"."""

RoughDate = Annotated[str, Meta(pattern=r"^((about|by) )?\d{4}(-\d{2}(-\d{2})?)?$(?!\n)")]
"""A date that may be less than certain: also "about 2024-08-30", and "by 2024-09" where it was so
at the latest then."""

Region = Annotated[str, Meta(pattern=r"^[A-Z]{2,6}(-[A-Z0-9]{1,3})?$(?!\n)")]
"""ISO 3166-1 ("DE"), ISO 3166-2 where the law differs ("US-CA"), or a group ("EU", "EEA")."""

Sources = Annotated[tuple[Slug, ...], Meta(min_length=1, max_length=12)]

Answer = Literal[
    "yes",
    "reported",
    "no",
    "reported-no",
    "off",
    "reported-off",
    "off-unless",
    "admin",
    "disputed",
    "unknown",
]
"""Does it apply? ``reported``: yes, but only reported; ``reported-no``: probably no; ``off``:
already off by law or default; ``reported-off``: said to be off; ``off-unless``: off unless the
person turned it on; ``admin``: only an administrator can; ``disputed``: sources disagree;
``unknown``: nobody knows."""

FOLDING: frozenset[Answer] = frozenset({"no", "off"})
"""The answers by which something is not needed, and may be folded away."""

NOT_TO_DO: frozenset[Answer] = FOLDING | {"admin"}
"""The answers by which nothing is left for this person to do."""

NOT_COUNTED: frozenset[Answer] = frozenset({"reported-no"})
"""The answers by which something stays in sight, and need not be done."""

Plan = Literal["free", "paid", "work", "education"]
"""What kind of account it is; ``work`` and ``education`` are run by somebody else."""

Age = Literal["minor", "adult"]
Role = Literal["member", "owner", "outside"]
"""Whether the person runs the workspace (``owner``, administrator), uses it, or is only in its data
(``outside``)."""

Confidence = Literal["high", "medium", "low"]

Choice = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$(?!\n)")]
"""An answer to a question of the guide: "host/cloudflare", the question's id and the option's."""


class Applies(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to "does this apply to me", for whom it names or, if it names nobody, in general.

    The first rule that fits in all that it names is taken. ``because`` is the whole sentence that
    the reader sees; ``since`` and ``until`` are when that began and ended. ``when`` names answers
    to questions of the guide: of one question any, of several questions one each. With
    ``optional`` it can be done by those whom the rule names, and does not count for them. A task
    without rules has those of its guide, a step without rules is for everybody.
    """

    answer: Answer
    because: Sentence
    sources: Sources
    regions: tuple[Region, ...] = ()
    plans: tuple[Plan, ...] = ()
    ages: tuple[Age, ...] = ()
    roles: tuple[Role, ...] = ()
    when: tuple[Choice, ...] = ()
    optional: bool = False
    since: RoughDate | None = None
    until: RoughDate | None = None
    as_of: FactDate | None = None
    confidence: Confidence = "high"
    disputed: Sentence | None = None

    @property
    def is_optional(self) -> bool:
        """Whether it can be done by those for whom the answer holds, and need not be."""
        return self.optional or self.answer in NOT_COUNTED


class Condition(Struct, frozen=True, array_like=True):
    """For whom an answer holds, without the sentence that says why.

    ``optional`` is what ``is_optional`` of an answer says.
    """

    answer: Answer
    regions: tuple[str, ...]
    plans: tuple[Plan, ...]
    ages: tuple[Age, ...]
    roles: tuple[Role, ...]
    when: tuple[str, ...]
    optional: bool


def is_slug(text: str) -> bool:
    """Return whether a text is a ``Slug``, and so may become part of a path."""
    return len(text) <= _LONGEST_SLUG and re.fullmatch(_SLUG, text) is not None
