"""Tasks that depend on each other: one of several is enough, or another one has to come first."""

from msgspec.structs import replace

from optout_desktop.plan.outcome import Outcome, is_untouched
from optout_desktop.plan.task import TaskOverview
from optout_desktop.situation.rules import Applicability

_GAVE_NOTHING = frozenset(
    {"not-offered", "skipped", "refused", "could-not-find", "switched-on-again", "changed-back"}
)
"""Outcomes after which another way is worth trying."""

_GAVE_LESS = _GAVE_NOTHING | {"partly"}
"""Outcomes after which what follows is still useful."""


def after_others(tasks: tuple[TaskOverview, ...]) -> tuple[TaskOverview, ...]:
    """Return the tasks; those that another one makes useless, yet or by now, are set aside."""
    by_id: dict[str | None, TaskOverview] = {task.task.id: task for task in tasks}
    return tuple(_after(task, by_id) if is_untouched(task.outcome) else task for task in tasks)


def _after(task: TaskOverview, by_id: dict[str | None, TaskOverview]) -> TaskOverview:
    if task.task.after is not None:
        names, was = task.task.after
        others = [by_id[name] for name in names if name in by_id]
        if not any(_has_come(other, was) for other in others):
            return _set_aside(task, "not-yet", others)
    before = by_id.get(task.task.moot_after)
    if before is not None and before.status == "done" and before.outcome not in _GAVE_LESS:
        return _set_aside(task, "not-needed-now", [before])
    return task


def one_of_several(tasks: tuple[TaskOverview, ...]) -> tuple[TaskOverview, ...]:
    """Return the tasks; of several of which one is enough, the one that is furthest counts."""
    groups: dict[str, list[TaskOverview]] = {}
    for task in tasks:
        if task.task.either and (task.counts or task.status in {"done", "waiting"}):
            groups.setdefault(task.task.either, []).append(task)
    furthest = {word: max(group, key=_distance) for word, group in groups.items()}
    needed = {word for word, group in groups.items() if any(task.counts for task in group)}
    return tuple(
        _beside(task, furthest[task.task.either], counts=task.task.either in needed)
        if task.task.either in furthest
        else task
        for task in tasks
    )


def _beside(task: TaskOverview, furthest: TaskOverview, *, counts: bool) -> TaskOverview:
    """Return one of several ways as it is beside the one that is furthest."""
    if task is furthest:
        return replace(task, counts=counts)
    if _leads_somewhere(furthest) and is_untouched(task.outcome):
        return _set_aside(task, "another-way", [furthest])
    return replace(task, counts=False)


def _distance(task: TaskOverview) -> tuple[bool, bool, float, bool]:
    """Return how far a task is, to be compared with other ways; of equals the first counts."""
    return (
        _leads_somewhere(task),
        task.outcome not in _GAVE_NOTHING,
        task.done / max(1, task.total),
        task.status == "to-do",
    )


def _leads_somewhere(task: TaskOverview) -> bool:
    return task.status in {"done", "waiting"} and task.outcome not in _GAVE_NOTHING


def _set_aside(task: TaskOverview, outcome: Outcome, others: list[TaskOverview]) -> TaskOverview:
    return replace(
        task,
        outcome=outcome,
        status="not-for-you",
        counts=False,
        minutes_left=0,
        # The reason and the doubts of the guide's own answer are none for what the person did.
        applicability=Applicability(task.applicability.answer),
        others=tuple(other.task.id for other in others),
    )


def _has_come(before: TaskOverview, was: str) -> bool:
    if was == "sent":
        return before.outcome == "sent" or (
            bool(before.objections) and before.outcome != "accepted"
        )
    return before.outcome in {"refused", "partly"}
