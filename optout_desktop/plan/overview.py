"""Where a person stands: what is done, what is next, what waits, counted once for all doors."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from optout_desktop.guides.applying import Applicability, Situation, applies, first_fitting
from optout_desktop.guides.outline import Outline, StepOutline, TaskOutline
from optout_desktop.progress.state import Objection, ServiceState

Outcome = Literal[
    "to-do",
    "begun",
    "switched-off",
    "chosen",
    "deleted",
    "sent",
    "accepted",
    "refused",
    "partly",
    "question",
    "could-not-find",
    "not-offered",
    "skipped",
    "switched-on-again",
    "not-for-you",
    "already-off",
    "admin-only",
    "nothing-to-do",
    "retired",
]

Status = Literal["to-do", "waiting", "done", "nothing", "not-for-you", "retired", "unreadable"]

_DONE_AS: dict[str, Outcome] = {
    "choice": "chosen",
    "plan": "chosen",
    "admin": "chosen",
    "delete": "deleted",
    "form": "sent",
    "e-mail": "sent",
    "nothing": "nothing-to-do",
}
_UNTOUCHED: dict[str, Outcome] = {
    "no": "not-for-you",
    "off": "already-off",
    "admin": "admin-only",
}
_STATED: dict[str | None, Outcome] = {
    "not-offered": "not-offered",
    "skipped": "skipped",
    "switched-on-again": "switched-on-again",
}
_ANSWERS: dict[str, Outcome] = {"accepted": "accepted", "refused": "refused", "partly": "partly"}
_SETTLED = frozenset({"accepted", "refused", "partly", "not-offered", "skipped"})
_NOTHING = frozenset({"nothing-to-do", "admin-only"})


class TaskOverview(Struct, frozen=True):
    """One task: what came of it, and how many of the steps that count are ticked.

    Steps count that are not optional and not folded away for this person. ``minutes_left`` is an
    estimate. ``objections`` are what was sent, in the order of the steps.
    """

    task: TaskOutline
    applicability: Applicability
    outcome: Outcome
    status: Status
    done: int
    total: int
    minutes_left: int
    objections: tuple[Objection, ...] = ()


class ServiceOverview(Struct, frozen=True):
    """One service for one account: its tasks, and the step to do next as (task, step)."""

    outline: Outline
    tasks: tuple[TaskOverview, ...]
    status: Status
    done: int
    total: int
    minutes_left: int
    next_step: tuple[str, str] | None


def untouched_status(outline: Outline, situation: Situation) -> Status:
    """Tell where a service stands of which nothing is done yet, without looking at its steps.

    The same as ``service_overview`` with no progress tells, for a list of a thousand services.
    """
    if outline.untouched is None:
        return _service_status(outline, {"to-do"})
    statuses: set[Status] = set()
    for task in outline.untouched:
        rule, _asks = first_fitting(task.conditions, situation)
        answer = "" if rule is None else rule.answer
        statuses.add(_task_status(_untouched(task.kind, answer)))
    return _service_status(outline, statuses)


def service_overview(
    outline: Outline, state: ServiceState, situation: Situation
) -> ServiceOverview:
    """Look at one service as it is for a person in a situation."""
    tasks = tuple(task_overview(task, state, situation) for task in outline.tasks)
    if outline.retired:
        tasks = tuple(map(_of_retired, tasks))
    counted = [task for task in tasks if not task.task.optional and task.status != "not-for-you"]
    return ServiceOverview(
        outline,
        tasks,
        _service_status(outline, {task.status for task in counted}),
        sum(task.done for task in counted),
        sum(task.total for task in counted),
        sum(task.minutes_left for task in counted),
        None if outline.retired else _next_step(tasks, state, situation),
    )


def task_overview(task: TaskOutline, state: ServiceState, situation: Situation) -> TaskOverview:
    """Look at one task as it is for a person in a situation."""
    applicability = applies(task.applies, situation)
    steps = _counted(task, situation)
    done = sum(state.step(task.id, step.id).done for step in steps)
    objections = _objections(task, state)
    outcome = _outcome(task, steps, state, applicability, objections)
    return TaskOverview(
        task,
        applicability,
        outcome,
        _task_status(outcome),
        done,
        len(steps),
        0 if outcome in _SETTLED | _NOTHING else _minutes_left(task.minutes, done, len(steps)),
        objections,
    )


def _of_retired(task: TaskOverview) -> TaskOverview:
    """Keep what came of a task whose service is no longer there, and leave nothing to do."""
    return replace(
        task,
        outcome="retired" if task.outcome == "to-do" else task.outcome,
        status="retired" if task.status == "to-do" else task.status,
        minutes_left=0,
    )


def _counted(task: TaskOutline, situation: Situation) -> list[StepOutline]:
    """Find the steps that count: not optional, unless all are, and for this person."""
    shown = [step for step in task.steps if not applies(step.applies, situation).folds]
    return [step for step in shown if not step.optional] or shown


def _outcome(
    task: TaskOutline,
    steps: list[StepOutline],
    state: ServiceState,
    applicability: Applicability,
    objections: tuple[Objection, ...],
) -> Outcome:
    """Say what came of a task, and never more than the person stated."""
    stated = state.outcomes.get(task.id)
    if stated in _STATED:
        return _STATED[stated]
    open_steps = [step for step in steps if not state.step(task.id, step.id).done]
    if any(state.step(task.id, step.id).could_not_find for step in open_steps):
        return "could-not-find"
    if objections:
        return _objection_outcome(objections, open_steps)
    if steps and not open_steps:
        return _done_as(task)
    if task.kind != "nothing" and any(state.step(task.id, step.id).done for step in task.steps):
        return "begun"
    return _untouched(task.kind, applicability.answer)


def _untouched(kind: str, answer: str) -> Outcome:
    """Say what comes of a task of which nothing is done."""
    return "nothing-to-do" if kind == "nothing" else _UNTOUCHED.get(answer, "to-do")


def _objection_outcome(objections: tuple[Objection, ...], open_steps: list[StepOutline]) -> Outcome:
    answers = [objection.answer for objection in objections if objection.answer]
    if answers:
        return _ANSWERS.get(answers[-1], "question")
    return "sent" if all(step.records == "answer" for step in open_steps) else "begun"


def _done_as(task: TaskOutline) -> Outcome:
    if task.kind == "toggle":
        return "switched-off" if (task.leave or "").casefold() == "off" else "chosen"
    return _DONE_AS[task.kind]


def _objections(task: TaskOutline, state: ServiceState) -> tuple[Objection, ...]:
    """Find what was sent and answered."""
    steps = (state.step(task.id, step.id) for step in task.steps)
    return tuple(step.objection for step in steps if step.objection is not None)


def _task_status(outcome: Outcome) -> Status:
    if outcome in {"not-for-you", "already-off"}:
        return "not-for-you"
    if outcome in _NOTHING:
        return "nothing"
    if outcome == "sent":
        return "waiting"
    if outcome in _SETTLED or outcome in {"switched-off", "chosen", "deleted"}:
        return "done"
    return "to-do"


def _service_status(outline: Outline, statuses: set[Status]) -> Status:
    if outline.problem:
        return "unreadable"
    if outline.retired:
        return "retired"
    order: tuple[Status, ...] = ("to-do", "waiting", "done", "nothing")
    return next((status for status in order if status in statuses), "not-for-you")


def _minutes_left(minutes: int, done: int, total: int) -> int:
    return -(-minutes * (total - done) // total) if total else 0


def _next_step(
    tasks: tuple[TaskOverview, ...], state: ServiceState, situation: Situation
) -> tuple[str, str] | None:
    for overview in tasks:
        if overview.task.optional or overview.status in {"not-for-you", "nothing", "done"}:
            continue
        for step in _counted(overview.task, situation):
            stands = state.step(overview.task.id, step.id)
            if not stands.done and not stands.could_not_find:
                return (overview.task.id, step.id)
    return None
