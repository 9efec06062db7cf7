"""The ids that a released guide had: progress is kept by them, so that none may go or be reused.

They are recorded beside the guide at every release, and never removed from there.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from optout_desktop.authoring.findings import Finding
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.text import shown
from optout_desktop.guides.format.problems import KeyPath, Problem
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.library.library import Library

RELEASED_FILE = "released.json"


class Released(Struct, frozen=True, forbid_unknown_fields=True):
    """The slugs under which a guide was released, and all its step ids by task id."""

    slugs: tuple[str, ...] = ()
    tasks: Mapping[str, tuple[str, ...]] = {}


def read_released(folder: Path) -> Released:
    """Return what is recorded in a guide's folder: nothing before its first release.

    Raises OptoutError where the record cannot be read.
    """
    file = folder / RELEASED_FILE
    try:
        return msgspec.json.decode(file.read_bytes(), type=Released)
    except FileNotFoundError:
        return Released()
    except (OSError, msgspec.MsgspecError) as error:
        raise OptoutError(
            _("The record of released ids in {file} cannot be read.").format(file=file),
            _("Restore it from the last release."),
        ) from error


def with_released(released: Released, guide: Guide) -> str:
    """Return the record with the ids of ``guide`` added, as JSON; the order is always the same."""
    tasks = {task: {*steps} for task, steps in released.tasks.items()}
    for task in guide.tasks:
        tasks.setdefault(task.id, set()).update(step.id for step in task.steps)
    added = Released(
        tuple(sorted({*released.slugs, guide.slug})),
        {task: tuple(sorted(steps)) for task, steps in sorted(tasks.items())},
    )
    return msgspec.json.format(msgspec.json.encode(added), indent=1).decode() + "\n"


def released_ids(guide: Guide, folder: Path) -> Iterator[Problem]:
    """The tasks and steps of a released guide keep their ids and places, as progress needs them."""
    slugs = dict.fromkeys((guide.slug, *(former.slug for former in guide.former)))
    for path, message in _gone(guide, [read_released(folder / slug) for slug in slugs]):
        yield Problem(
            path,
            "released-ids",
            message,
            _("What people ticked there is no longer seen. Bring it back, or say why in a remark."),
            "warning",
        )


def released_slugs(library: Library) -> Iterator[Finding]:
    """The slug of a released guide still leads to a guide."""
    for file in sorted(library.home.glob(f"*/{RELEASED_FILE}")):
        for slug in read_released(file.parent).slugs:
            try:
                library.file(slug)
            except OptoutError:
                yield Finding(
                    shown(str(file), 500),
                    1,
                    "",
                    _("The guide “{slug}” was released and is gone.").format(slug=slug),
                    _("Name it as [[former]] in the guide that follows it, or write [retired]."),
                    "warning",
                    "released-slugs",
                )


def _gone(guide: Guide, released: Iterable[Released]) -> Iterator[tuple[KeyPath, str]]:
    """Yield where a released task or step should be, and what became of it."""
    tasks = {task.id: {step.id for step in task.steps} for task in guide.tasks}
    elsewhere = {step for steps in tasks.values() for step in steps}
    for record in released:
        for task, steps in record.tasks.items():
            if task not in tasks:
                yield ("task",), _("The task “{id}” was released and is gone.").format(id=task)
                continue
            for step in steps:
                if step not in tasks[task]:
                    words = (
                        _("The step “{id}” was released in the task “{task}” and has been moved.")
                        if step in elsewhere
                        else _("The step “{id}” was released in the task “{task}” and is gone.")
                    )
                    place = ("task", [*tasks].index(task), "step")
                    yield place, words.format(id=step, task=task)
