"""Where a person stands with a service: what is done, next and awaited."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from optout_desktop.guides.format.types import FOLDING, Condition
from optout_desktop.guides.library.outline import Outline, StepOutline
from optout_desktop.plan.alternatives import after_others, one_of_several
from optout_desktop.plan.outcome import (
    Status,
    is_untouched,
    leaves_nothing,
    status_of,
    untouched_outcome,
)
from optout_desktop.plan.steps import counted_steps
from optout_desktop.plan.task import TaskOverview, task_overview
from optout_desktop.progress.state import ServiceState
from optout_desktop.situation.rules import Situation, first_fitting, within


class ServiceOverview(Struct, frozen=True):
    """One service for one account: its tasks, and the step to do next as (task, step)."""

    outline: Outline
    tasks: tuple[TaskOverview, ...]
    status: Status
    done: int
    total: int
    minutes_left: int
    next_step: tuple[str, str] | None

    @property
    def minutes(self) -> int:
        """The minutes that all this person has to do takes, done or not."""
        return sum(
            task.task.minutes
            for task in self.tasks
            if task.counts and task.status not in {"nothing", "retired"}
        )


def untouched_status(outline: Outline, situation: Situation) -> Status:
    """Return where a service stands of which nothing is done yet, without looking at its steps.

    The same as ``service_overview`` returns without progress, for a list of a thousand services.
    """
    if outline.untouched is None:
        return _service_status(outline, {"to-do"}, set())
    situation = within(situation, outline.choices)
    counted: set[Status] = set()
    extra: set[Status] = set()
    for task in outline.untouched:
        rule, asks = first_fitting(task.conditions, situation)
        answer = None if rule is None else rule.answer
        outcome = untouched_outcome(task.kind, task.why, answer, asks=bool(asks))
        if task.step_conditions and is_untouched(outcome):
            folds = (_folds(conditions, situation) for conditions in task.step_conditions)
            outcome = "not-for-you" if all(folds) else outcome
        is_extra = task.optional or (rule is not None and rule.optional)
        (extra if is_extra else counted).add(status_of(outcome))
    return _service_status(outline, counted, extra)


def service_overview(
    outline: Outline, state: ServiceState, situation: Situation
) -> ServiceOverview:
    """Return where a person in a situation stands with a service."""
    situation = within(situation, outline.choices)
    tasks = tuple(task_overview(task, state, situation) for task in outline.tasks)
    tasks = one_of_several(after_others(tasks))
    if outline.retired:
        tasks = tuple(map(_of_retired, tasks))
    counted = [task for task in tasks if task.counts]
    to_tick = [task for task in counted if not leaves_nothing(task.outcome)]
    # What was sent is waited for, also where it need not have been sent.
    sent = {task.status for task in tasks if task.status == "waiting"}
    return ServiceOverview(
        outline,
        tasks,
        _service_status(
            outline,
            sent | {task.status for task in counted},
            {task.status for task in tasks if not task.counts},
        ),
        sum(task.done for task in to_tick),
        sum(task.total for task in to_tick),
        sum(task.minutes_left for task in counted),
        None if outline.retired else next_step(tasks, state, situation),
    )


def next_step(
    tasks: Iterable[TaskOverview], state: ServiceState, situation: Situation
) -> tuple[str, str] | None:
    """Return the step to do next as (task, step), or None.

    It is the first step of a task that is neither done nor missing; one in which an answer is
    awaited comes after those of all other tasks.
    """
    following = [
        (overview.task.id, step)
        for overview in tasks
        if overview.counts and overview.status not in {"nothing", "done"}
        for step in _open_steps(overview, state, situation)[:1]
    ]
    first = min(following, key=lambda one: one[1].records == "answer", default=None)
    return first and (first[0], first[1].id)


def _open_steps(
    overview: TaskOverview, state: ServiceState, situation: Situation
) -> list[StepOutline]:
    """Return the steps that count and are neither done nor missing."""
    steps = counted_steps(overview.task, state, situation)
    standing = [(step, state.step(overview.task.id, step.id)) for step in steps]
    return [step for step, stands in standing if not (stands.done or stands.could_not_find)]


def _folds(conditions: tuple[Condition, ...], situation: Situation) -> bool:
    rule, _asks = first_fitting(conditions, situation)
    return rule is not None and rule.answer in FOLDING


def _of_retired(task: TaskOverview) -> TaskOverview:
    """Return a task of a service that no longer exists: what came of it stays, nothing is left."""
    return replace(
        task,
        outcome="retired" if task.outcome == "to-do" else task.outcome,
        status="retired" if task.status == "to-do" else task.status,
        minutes_left=0,
    )


def _service_status(outline: Outline, counted: set[Status], extra: set[Status]) -> Status:
    """Return the most urgent status of what counts; where nothing does, whether there is more."""
    if outline.problem:
        return "unreadable"
    if outline.retired:
        return "retired"
    order: tuple[Status, ...] = ("to-do", "waiting", "done", "nothing")
    more: Status = "nothing" if extra - {"not-for-you"} else "not-for-you"
    return next((status for status in order if status in counted), more)
