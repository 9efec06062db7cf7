"""Which steps of a task count for a person."""

from optout_desktop.guides.library.outline import StepOutline, TaskOutline
from optout_desktop.progress.state import ServiceState, StepState
from optout_desktop.situation.rules import Situation, applies


def counted_steps(
    task: TaskOutline, state: ServiceState, situation: Situation
) -> list[StepOutline]:
    """Return the steps that count: no optional ones unless all are, and of several ways one.

    That way counts in which nothing is missing and most is done; of equals the first.
    """
    looked = [(step, applies(step.applies, situation)) for step in task.steps]
    shown = [(step, answer) for step, answer in looked if not answer.folds]
    needed = [step for step, answer in shown if not (step.optional or answer.optional)]
    steps = needed or [step for step, _answer in shown]
    groups: dict[str, dict[str, list[StepState]]] = {}
    for step in steps:
        group, way = _way(step)
        groups.setdefault(group, {}).setdefault(way, []).append(state.step(task.id, step.id))
    taken = {(group, _furthest(ways)) for group, ways in groups.items()}
    return [step for step in steps if _way(step) in taken]


def _way(step: StepOutline) -> tuple[str, str]:
    """Return of which group of ways a step is part, and of which way; most steps are alone."""
    alone = f"/{step.id}"
    if step.either is None:
        return alone, alone
    group, _stroke, way = step.either.partition("/")
    return group, way or alone


def _furthest(ways: dict[str, list[StepState]]) -> str:
    def promise(way: str) -> tuple[bool, float]:
        steps = ways[way]
        is_whole = not any(step.could_not_find for step in steps)
        return is_whole, sum(step.done for step in steps) / len(steps)

    return max(ways, key=promise)
