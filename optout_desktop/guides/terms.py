"""The terms that guides and their outlines share: names, dates, regions, and to whom things apply.

Apart from the shape of a whole guide, so that the list can start without it.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

SHARED_FOLDER = "shared"
"""Beside the guides: the folder of what several of them have in common."""

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", max_length=40)]
"""A permanent name in small letters, digits and hyphens: "linkedin", "ai-toggle"."""

Sentence = Annotated[str, Meta(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]+$(?!\n)")]
"""A whole sentence that the reader sees, or two short ones, with a full stop."""

FactDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$(?!\n)")]
"""A date as exact as it is known: ISO 8601 "2025-11-03", "2025-11" or "2025"."""

Region = Annotated[str, Meta(pattern=r"^[A-Z]{2,6}(-[A-Z0-9]{1,3})?$(?!\n)")]
"""ISO 3166-1 ("DE"), ISO 3166-2 where the law differs ("US-CA"), or a group ("EU", "EEA")."""

Sources = Annotated[tuple[Slug, ...], Meta(min_length=1, max_length=12)]

Answer = Literal["yes", "reported", "no", "off", "reported-off", "admin", "disputed"]
"""Does it apply? ``reported``: yes, but only reported; ``off``: already off by law or default;
``admin``: only an administrator can; ``disputed``: sources disagree."""

FOLDING: frozenset[Answer] = frozenset({"no", "off"})
"""The answers by which something is not needed, and may be folded away."""

NOT_TO_DO: frozenset[Answer] = FOLDING | {"admin"}
"""The answers by which nothing is left for this person to do."""

Plan = Literal["free", "paid", "work", "education"]
"""What kind of account it is; ``work`` and ``education`` are run by somebody else."""

Age = Literal["minor", "adult"]
Role = Literal["member", "owner"]
"""Whether the person runs the workspace (``owner``, administrator) or only uses it."""


class Applies(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to "does this apply to me", for whom it names or, if it names nobody, in general.

    The first rule that fits in all that it names is taken. ``because`` is the whole sentence that
    the reader sees; ``since`` and ``until`` are when that began and ended.
    """

    answer: Answer
    because: Sentence
    sources: Sources
    regions: tuple[Region, ...] = ()
    plans: tuple[Plan, ...] = ()
    ages: tuple[Age, ...] = ()
    roles: tuple[Role, ...] = ()
    since: FactDate | None = None
    until: FactDate | None = None
