"""A guide's outline: what the list, the search and the counting need, without its texts.

Outlines of all shipped guides lie in one prebuilt file, so that the program starts without reading
TOML.
"""

from pathlib import Path
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

    ``file`` and ``size`` (bytes) tell whether the guide changed since the outline was made;
    ``shared`` says the same of the shared files that it refers to, each by name and size.
    ``problem`` is why the guide cannot be read; then only ``slug``, ``name`` and ``file`` hold.
    ``former`` are the slugs that the service had before, ``retired`` is why it is no longer there.
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
    shared: tuple[tuple[str, int], ...] = ()
    former: tuple[str, ...] = ()
    retired: str = ""


def read_outline(file: Path) -> Outline:
    """Read a guide and reduce it to its outline. Raises BadGuide and OSError."""
    # Imported late: a list that comes from the index needs no TOML.
    from optout_desktop.guides.read import read_guide, shared_file

    guide = read_guide(file)
    shared = tuple(
        (name, shared_file(file.parent, name).stat().st_size)
        for name in sorted({shared.file for shared in guide.shared})
    )
    return outline_of(guide, file.name, file.stat().st_size, shared)


def outline_of(
    guide: "Guide", file: str, size: int, shared: tuple[tuple[str, int], ...] = ()
) -> Outline:
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
        words=(
            *guide.aliases,
            *(former.name for former in guide.former),
            *(company.name for company in guide.companies),
        ),
        tasks=tuple(_task_outline(task) for task in guide.tasks),
        shared=shared,
        former=tuple(former.slug for former in guide.former),
        retired=guide.retired.because if guide.retired else "",
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
