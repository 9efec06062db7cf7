"""What happened: plain facts, written once and never changed.

One line of JSON is one event. Old lines stay readable for ever: fields are only ever added.
"""

from typing import Literal, get_args

from msgspec import Struct

Reason = Literal[
    "not-there",
    "other-words",
    "other-page",
    "greyed-out",
    "sign-in",
    "other-device",
    "something-else",
]
COULD_NOT_FIND_REASONS: tuple[Reason, ...] = get_args(Reason)

Answer = Literal["accepted", "partly", "refused", "question"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
"""What can come back of an objection."""

Stated = Literal["found-so", "not-offered", "skipped", "switched-on-again"]
OUTCOMES: tuple[Stated, ...] = get_args(Stated)
"""What a person can state of a whole task."""

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
    - ``answer``: ``date`` and ``value``, one of ``ANSWERS``; it ticks too.
    - ``outcome``: what the person states of a whole task in ``value``, one of ``OUTCOMES``
      (found-so: it was already as it should be left); empty takes it back.
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
        """The name of this event among all computers: ``computer-count``."""
        return f"{self.computer}-{self.count}"


class Draft(Struct, frozen=True, eq=False):
    """What a person did, before it is known when that counts and under which number.

    The fields mean what they mean in ``Event``. A draft equals nothing but itself: of two that
    say the same, as when a box is ticked twice, each is saved on its own.
    """

    what: What
    task: str
    step: str = ""
    value: str = ""
    date: str = ""
    reference: str = ""
    note: str = ""


class Entry(Struct, frozen=True, eq=False):
    """A draft with its moment (ISO 8601 with offset) and the guide's revision, still unnumbered."""

    draft: Draft
    at: str
    revision: int

    def event(self, count: int, computer: str) -> Event:
        """Return the event that this becomes under a number of a computer."""
        draft = self.draft
        return Event(
            count=count,
            computer=computer,
            at=self.at,
            what=draft.what,
            task=draft.task,
            step=draft.step,
            revision=self.revision,
            value=draft.value,
            date=draft.date,
            reference=draft.reference,
            note=draft.note,
        )
