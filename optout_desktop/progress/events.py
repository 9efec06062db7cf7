"""What happened: plain facts, written once and never changed.

One line of JSON is one event. Old lines stay readable for ever: fields are only ever added.
"""

from typing import Literal

from msgspec import Struct

COULD_NOT_FIND_REASONS = (
    "not-there",
    "other-words",
    "other-page",
    "greyed-out",
    "sign-in",
    "other-device",
    "something-else",
)

What = Literal[
    "tick",
    "untick",
    "could-not-find",
    "note",
    "sent",
    "answer",
    "outcome",
    "undo",
]


class Event(Struct, frozen=True, forbid_unknown_fields=False, omit_defaults=True):
    """One thing that the person did or stated.

    ``count`` is a logical counter (Lamport): greater than any that the writer had seen. ``at`` is
    ISO 8601 with offset. ``revision`` is the guide's. What the other fields mean depends on
    ``what``:

    - ``tick``, ``untick``: ``task`` and ``step``.
    - ``could-not-find``: ``value`` is one of ``COULD_NOT_FIND_REASONS``; it takes back a tick.
    - ``note``: ``note`` replaces the note of the step; empty removes it.
    - ``sent``: ``date`` (ISO) and ``reference`` of an objection; it ticks the step too.
    - ``answer``: ``date`` and ``value``: accepted, refused, partly or question; it ticks too.
    - ``outcome``: what the person states of a whole task in ``value``: found-so (it was already
      as it should be left), not-offered, skipped, switched-on-again; empty takes it back.
    - ``undo``: ``value`` is the ``id`` of the event that no longer counts (an undo can be undone).
    """

    count: int
    computer: str
    at: str
    what: What
    task: str = ""
    step: str = ""
    revision: int = 0
    value: str = ""
    date: str = ""
    reference: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """Name this event among all computers: ``computer-count``."""
        return f"{self.computer}-{self.count}"
