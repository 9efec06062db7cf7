"""Which steps of a task count for a person."""

from collections.abc import Callable

from optout_desktop.guides.applying import Situation, applies
from optout_desktop.guides.outline import StepOutline, TaskOutline
from optout_desktop.progress.state import ServiceState


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
    ways: dict[str, dict[str, list[bool]]] = {}
    for step in steps:
        group, branch = _way(step)
        ways.setdefault(group, {}).setdefault(branch, []).append(state.step(task.id, step.id).done)
    chosen = {group: max(ways[group], key=_part_done(ways[group])) for group in ways}
    return [step for step in steps if _way(step)[1] == chosen[_way(step)[0]]]


def _way(step: StepOutline) -> tuple[str, str]:
    """Tell of which ways a step is one, and which: a step without others is alone."""
    if step.either is None:
        return f"/{step.id}", step.id
    group, _stroke, branch = step.either.partition("/")
    return group, branch or f"/{step.id}"


def _part_done(ways: dict[str, list[bool]]) -> Callable[[str], float]:
    """Measure how far each way is; of equals the first one is taken."""

    def part(way: str) -> float:
        return sum(ways[way]) / len(ways[way])

    return part
