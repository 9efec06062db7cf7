"""A guide's outline: what the list, the search and the counting need, without its texts.

Outlines of all shipped guides lie in one prebuilt file, so that the program starts without reading
TOML.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

from optout_desktop.guides.terms import Applies

if TYPE_CHECKING:
    from optout_desktop.guides.shape import Guide, Task


class StepOutline(Struct, frozen=True, array_like=True):
    """One step, as far as counting needs it."""

    id: str
    optional: bool
    records: str | None
    applies: tuple[Applies, ...]


class TaskOutline(Struct, frozen=True, array_like=True):
    """One task, as far as counting needs it."""

    id: str
    kind: str
    title: str
    minutes: int
    optional: bool
    leave: str | None
    applies: tuple[Applies, ...]
    steps: tuple[StepOutline, ...]


class Outline(Struct, frozen=True, array_like=True):
    """One row of the list of services.

    ``file`` and ``size`` (bytes) tell whether the guide changed since the outline was made.
    ``problem`` is why the guide cannot be read; then only ``slug``, ``name`` and ``file`` hold.
    """

    slug: str
    name: str
    file: str
    size: int
    monogram: str = ""
    category: str = ""
    summary: str = ""
    revision: int = 0
    words: tuple[str, ...] = ()
    tasks: tuple[TaskOutline, ...] = ()
    problem: str = ""


def outline_of(guide: "Guide", file: str, size: int) -> Outline:
    """Reduce a guide to its outline."""
    return Outline(
        slug=guide.slug,
        name=guide.name,
        file=file,
        size=size,
        monogram=guide.monogram or guide.name[:2],
        category=guide.category,
        summary=guide.summary,
        revision=guide.revision,
        words=(*guide.aliases, *(company.name for company in guide.companies)),
        tasks=tuple(_task_outline(task) for task in guide.tasks),
    )


def _task_outline(task: "Task") -> TaskOutline:
    return TaskOutline(
        id=task.id,
        kind=task.kind,
        title=task.title,
        minutes=task.minutes,
        optional=task.optional,
        leave=task.leave,
        applies=task.applies,
        steps=tuple(
            StepOutline(step.id, step.optional, step.records, step.applies) for step in task.steps
        ),
    )
