"""Which steps of a task count for a person."""

from collections.abc import Callable

from optout_desktop.guides.library.outline import StepOutline, TaskOutline
from optout_desktop.progress.state import ServiceState, StepState
from optout_desktop.situation.rules import Situation, applies


def counted_steps(
    task: TaskOutline, state: ServiceState, situation: Situation
) -> list[StepOutline]:
    """Find the steps that count for a person: no optional ones unless all are, and one way."""
    looked = [(step, applies(step.applies, situation)) for step in task.steps]
    shown = [(step, found) for step, found in looked if not found.folds]
    needed = [step for step, found in shown if not (step.optional or found.optional)]
    steps = needed or [step for step, _found in shown]
    if not any(step.either for step in steps):
        return steps
    ways: dict[str, dict[str, list[StepState]]] = {}
    for step in steps:
        group, branch = _way(step)
        ways.setdefault(group, {}).setdefault(branch, []).append(state.step(task.id, step.id))
    chosen = {group: max(ways[group], key=_promise(ways[group])) for group in ways}
    return [step for step in steps if _way(step)[1] == chosen[_way(step)[0]]]


def _way(step: StepOutline) -> tuple[str, str]:
    """Tell of which ways a step is one, and which: a step without others is alone."""
    if step.either is None:
        return f"/{step.id}", step.id
    group, _stroke, branch = step.either.partition("/")
    return group, branch or f"/{step.id}"


def _promise(ways: dict[str, list[StepState]]) -> Callable[[str], tuple[bool, float]]:
    """Measure how promising each way is: nothing is missing, and much is done; else the first."""

    def promise(way: str) -> tuple[bool, float]:
        steps = ways[way]
        is_whole = not any(step.could_not_find for step in steps)
        return is_whole, sum(step.done for step in steps) / len(steps)

    return promise
