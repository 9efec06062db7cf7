"""One task for one person: what came of it, and how far it is."""

from msgspec import Struct

from optout_desktop.guides.library.outline import TaskOutline
from optout_desktop.plan.outcome import (
    Outcome,
    Status,
    is_untouched,
    outcome_of,
    status_of,
    takes_no_time,
)
from optout_desktop.plan.steps import counted_steps
from optout_desktop.progress.state import Objection, ServiceState
from optout_desktop.situation.rules import Applicability, Situation, applies


class TaskOverview(Struct, frozen=True):
    """One task: what came of it, and how many of the steps that count are ticked.

    ``counts`` is whether it is among those that this person has to do. Steps count that are not
    optional and not folded away for this person; of several ways the one that is furthest.
    ``minutes_left`` is an estimate. ``objections`` are what was sent, in the order of the steps.
    ``others`` are the ids of the tasks because of which this one is not needed now.
    """

    task: TaskOutline
    applicability: Applicability
    outcome: Outcome
    status: Status
    done: int
    total: int
    minutes_left: int
    objections: tuple[Objection, ...] = ()
    counts: bool = True
    others: tuple[str, ...] = ()

    @property
    def optional(self) -> bool:
        """Whether the person can do it and need not."""
        return _is_optional(self.task, self.applicability)


def task_overview(task: TaskOutline, state: ServiceState, situation: Situation) -> TaskOverview:
    """Return how far a person in a situation is with one task."""
    applicability = applies(task.applies, situation)
    steps = counted_steps(task, state, situation)
    objections = _objections(task, state)
    outcome = outcome_of(task, steps, state, applicability, objections)
    if task.steps and not steps and is_untouched(outcome):
        outcome = "not-for-you"
    status = status_of(outcome)
    done = sum(state.step(task.id, step.id).done for step in steps)
    if outcome in {"switched-on-again", "changed-back"}:
        done = 0
    return TaskOverview(
        task,
        applicability,
        outcome,
        status,
        done,
        len(steps),
        0 if takes_no_time(outcome) else _minutes_left(task.minutes, done, len(steps)),
        objections,
        not (_is_optional(task, applicability) or status == "not-for-you"),
    )


def _is_optional(task: TaskOutline, applicability: Applicability) -> bool:
    return task.optional or (applicability.optional and task.kind != "nothing")


def _objections(task: TaskOutline, state: ServiceState) -> tuple[Objection, ...]:
    """Return what was sent and answered, in the order of the steps."""
    steps = (state.step(task.id, step.id) for step in task.steps)
    return tuple(step.objection for step in steps if step.objection is not None)


def _minutes_left(minutes: int, done: int, total: int) -> int:
    return -(-minutes * (total - done) // total) if total else 0
