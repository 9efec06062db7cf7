"""The state now: a fold over the events of one account at one service."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import astuple, replace

from optout_desktop.progress.events import Event


class Objection(Struct, frozen=True):
    """An objection that was sent, and what came back. Dates are ISO 8601."""

    sent: str = ""
    reference: str = ""
    answered: str = ""
    answer: str = ""


class StepState(Struct, frozen=True):
    """One step: ticked or not, when, and what the person wrote beside it.

    ``at`` is the moment of the last event that ticked, unticked or could not find it.
    ``could_not_find`` is one of the reasons of progress.events, or empty.
    """

    done: bool = False
    at: str = ""
    revision: int = 0
    could_not_find: str = ""
    note: str = ""
    objection: Objection | None = None


_UNTOUCHED = StepState()


class ServiceState(Struct, frozen=True):
    """One account at one service: its steps by (task, step), and what is stated of whole tasks."""

    steps: Mapping[tuple[str, str], StepState] = {}
    outcomes: Mapping[str, str] = {}
    last: Event | None = None
    """The newest event that an undo would take back."""

    def step(self, task: str, step: str) -> StepState:
        """Return the state of a step, untouched ones too."""
        return self.steps.get((task, step), _UNTOUCHED)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return the events of all computers in the one order that every computer finds."""
    return sorted(events, key=astuple)


def fold(events: Iterable[Event]) -> ServiceState:
    """Return the state that follows from all events, in whatever order they come."""
    steps: dict[tuple[str, str], StepState] = {}
    outcomes: dict[str, str] = {}
    last = None
    for event in standing(events):
        last = event
        if event.what == "outcome":
            outcomes[event.task] = event.value
            continue
        key = (event.task, event.step)
        steps[key] = _after(steps.get(key, StepState()), event)
    return ServiceState(steps, {task: value for task, value in outcomes.items() if value}, last)


def standing(events: Iterable[Event]) -> list[Event]:
    """Return in their order the events that were not undone, and no undos."""
    undone: set[str] = set()
    found = []
    # An undo always comes later, so read from the newest.
    for event in reversed(in_order(events)):
        if event.id in undone:
            continue
        if event.what == "undo":
            undone.add(event.value)
        else:
            found.append(event)
    found.reverse()
    return found


def _after(step: StepState, event: Event) -> StepState:
    if event.what == "note":
        return replace(step, note=event.note)
    moved = replace(step, at=event.at, revision=event.revision, could_not_find="")
    if event.what == "untick":
        return replace(moved, done=False, objection=None)
    if event.what == "could-not-find":
        moved = replace(moved, objection=None)
        return replace(moved, done=False, could_not_find=event.value, note=event.note or step.note)
    objection = step.objection or Objection()
    if event.what == "sent":
        objection = replace(objection, sent=event.date, reference=event.reference)
        return replace(moved, done=True, objection=objection)
    if event.what == "answer":
        objection = replace(objection, answered=event.date, answer=event.value)
        return replace(moved, done=True, objection=objection)
    return replace(moved, done=True)


def redo_of(events: Iterable[Event]) -> Event | None:
    """Return the undo that a redo would take back: the newest one that nothing followed."""
    consumed: set[str] = set()
    ordered = in_order(events)
    undos = {event.id for event in ordered if event.what == "undo"}
    for event in reversed(ordered):
        if event.id in consumed:
            continue
        if event.what != "undo":
            return None
        if event.value not in undos:
            return event
        consumed.add(event.value)
    return None
