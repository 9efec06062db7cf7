"""What a page shows: a value, so that the page can tell what differs from before."""

from msgspec import Struct

from optout_desktop.checklist.checklist import Checklist

StepKey = tuple[str, str]
"""A step, by the ids of its task and of itself."""


class Shown(Struct, frozen=True):
    """A checklist with one step open, and what goes with it.

    ``open`` is None where nothing is to be seen. ``person`` and ``account`` are ids; ``accounts``
    are the ids and names of all that this person has. ``see`` are the slugs and names of guides
    that go with this one.
    """

    checklist: Checklist
    open: StepKey | None
    person: str
    account: str
    accounts: tuple[tuple[str, str], ...]
    see: tuple[tuple[str, str], ...]
