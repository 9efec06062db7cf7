"""A guide's outline: what the list, the search and the counting need, without its texts.

Outlines of all shipped guides are in one prebuilt file, so that the program starts without reading
TOML. Their tasks are decoded only when somebody asks for them.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Raw, Struct
from msgspec.json import decode, encode

from optout_desktop.guides.format.types import FOLDING, NOT_TO_DO, Applies, Condition

if TYPE_CHECKING:
    from optout_desktop.guides.format.shape import Guide
    from optout_desktop.guides.format.tasks import Task


class StepOutline(Struct, frozen=True, array_like=True):
    """One step, as far as counting needs it."""

    id: str
    optional: bool = False
    records: str | None = None
    applies: tuple[Applies, ...] = ()
    either: str | None = None
    missing_means: str | None = None


class TaskOutline(Struct, frozen=True, array_like=True):
    """One task, as far as counting needs it; guides.format.tasks.Task says what the fields mean.

    ``after`` is the task that comes before, and what has to have become of it.
    """

    id: str
    kind: str
    title: str
    minutes: int
    optional: bool = False
    turn: str | None = None
    asks: str | None = None
    why: str | None = None
    either: str | None = None
    after: tuple[tuple[str, ...], str] | None = None
    moot_after: str | None = None
    applies: tuple[Applies, ...] = ()
    steps: tuple[StepOutline, ...] = ()


class UntouchedTask(Struct, frozen=True, array_like=True):
    """A task, as far as it decides where a service stands before anything is done."""

    kind: str
    optional: bool
    why: str | None
    conditions: tuple[Condition, ...]
    step_conditions: tuple[tuple[Condition, ...], ...] = ()
    """Those of the steps, where all of them may be folded away; else nothing."""


class Outline(Struct, frozen=True, array_like=True, dict=True):
    """One row of the list of services.

    ``problem`` is why the guide cannot be read; then only ``slug`` and ``name`` hold.
    ``former`` are the slugs that the service had before, ``retired`` is why it was discontinued.
    ``choices`` are all answers to its questions. ``titles`` are those of the tasks.
    ``untouched`` is None where something is to do for everybody.
    """

    slug: str
    name: str
    monogram: str = ""
    category: str = ""
    summary: str = ""
    revision: int = 0
    words: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    untouched: tuple[UntouchedTask, ...] | None = ()
    problem: str = ""
    former: tuple[str, ...] = ()
    retired: str = ""
    choices: tuple[str, ...] = ()
    encoded_tasks: Raw = Raw(b"[]")

    @cached_property
    def tasks(self) -> tuple[TaskOutline, ...]:
        """The tasks, decoded when they are first asked for."""
        return decode(self.encoded_tasks, type=tuple[TaskOutline, ...])


def outline_of(guide: "Guide") -> Outline:
    """Return the outline of a guide."""
    tasks = tuple(_task_outline(task) for task in guide.tasks)
    return Outline(
        slug=guide.slug,
        name=guide.name,
        monogram=guide.monogram or guide.name[:2],
        category=guide.category,
        summary=guide.summary,
        revision=guide.revision,
        words=(
            *guide.aliases,
            *(former.name for former in guide.former),
            *(company.name for company in guide.companies),
        ),
        former=tuple(former.slug for former in guide.former),
        retired=guide.retired.because if guide.retired else "",
        choices=guide.choices,
        **columns_of(tasks),
    )


def columns_of(tasks: tuple[TaskOutline, ...]) -> dict[str, Any]:
    """Return the columns of an outline that are made from its tasks."""
    return {
        "titles": tuple(task.title for task in tasks),
        "untouched": _untouched_tasks(tasks),
        "encoded_tasks": Raw(encode(tasks)),
    }


def _untouched_tasks(tasks: tuple[TaskOutline, ...]) -> tuple[UntouchedTask, ...] | None:
    """Return what decides where a service stands before anything is done there."""
    told = [task for task in tasks if task.after is None or task.kind == "nothing"]
    if any(_always_to_do(task) for task in told):
        return None
    return tuple(
        UntouchedTask(
            task.kind,
            task.optional,
            task.why,
            tuple(_condition(rule) for rule in task.applies),
            tuple(tuple(_condition(rule) for rule in step.applies) for step in task.steps)
            if _may_have_no_step(task)
            else (),
        )
        for task in told
    )


def _always_to_do(task: TaskOutline) -> bool:
    decided = any(rule.is_optional or rule.answer in NOT_TO_DO for rule in task.applies)
    return not (task.optional or task.kind == "nothing" or decided or _may_have_no_step(task))


def _may_have_no_step(task: TaskOutline) -> bool:
    """Return whether all steps of a task may be folded away for somebody."""
    steps = [any(rule.answer in FOLDING for rule in step.applies) for step in task.steps]
    return bool(steps) and all(steps)


def _condition(rule: Applies) -> Condition:
    return Condition(
        rule.answer,
        rule.regions,
        rule.plans,
        rule.ages,
        rule.roles,
        rule.when,
        rule.is_optional,
    )


def _task_outline(task: "Task") -> TaskOutline:
    return TaskOutline(
        task.id,
        task.kind,
        task.title,
        task.minutes,
        task.optional,
        task.turn,
        task.requested,
        task.why,
        task.either,
        (task.after.tasks, task.after.was) if task.after else None,
        task.moot_after,
        task.applies,
        tuple(
            StepOutline(
                step.id,
                step.optional,
                step.records,
                step.applies,
                step.either,
                step.missing_means,
            )
            for step in task.steps
        ),
    )
