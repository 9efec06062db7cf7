"""The ids that released guides had: progress is kept by them, so that none may go or be reused.

They are recorded in resources/released-ids.json at every release, and never removed from it.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from optout_desktop.authoring.findings import Finding
from optout_desktop.base.errors import OptoutError
from optout_desktop.base.languages import _
from optout_desktop.base.text import shown
from optout_desktop.guides.format.files import guide_file
from optout_desktop.guides.format.problems import KeyPath, Problem
from optout_desktop.guides.format.shape import Guide
from optout_desktop.guides.library.library import Library

Released = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Step ids by task id by slug: ``{"linkedin": {"ai-toggle": ["open", "switch"]}}``."""


def read_released(file: Path) -> Released:
    """Read what was recorded, nothing before the first release; raises OptoutError."""
    if not file.exists():
        return {}
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, dict[str, tuple[str, ...]]])
    except (OSError, msgspec.MsgspecError) as error:
        raise OptoutError(
            _("The record of released ids in {file} cannot be read.").format(file=file),
            _("Take it again from the last release."),
        ) from error


def with_released(released: Released, guides: Iterable[Guide]) -> str:
    """Write the record with the ids of ``guides`` added, as JSON; the order is always the same."""
    ids = {slug: {task: {*steps} for task, steps in had.items()} for slug, had in released.items()}
    for guide in guides:
        tasks = ids.setdefault(guide.slug, {})
        for task in guide.tasks:
            tasks.setdefault(task.id, set()).update(step.id for step in task.steps)
    written = {
        slug: {task: sorted(steps) for task, steps in sorted(tasks.items())}
        for slug, tasks in sorted(ids.items())
    }
    return msgspec.json.format(msgspec.json.encode(written), indent=1).decode() + "\n"


def released_ids(guide: Guide, released: Released) -> Iterator[Problem]:
    """The tasks and steps of a released guide keep their ids and places, as progress needs them."""
    for path, message in _gone(guide, released):
        yield Problem(
            path,
            "released-ids",
            message,
            _("What people ticked there is no longer seen. Bring it back, or say why in a remark."),
            "warning",
        )


def released_slugs(library: Library, released: Released) -> Iterator[Finding]:
    """The slug of a released guide still leads to a guide."""
    for slug in released:
        try:
            library.file(slug)
        except OptoutError:
            yield Finding(
                shown(str(guide_file(library.home, slug)), 500),
                1,
                "",
                _("The guide “{slug}” was released and is gone.").format(slug=slug),
                _("Name it as [[former]] in the guide that follows it, or write [retired]."),
                "warning",
                "released-slugs",
            )


def _gone(guide: Guide, released: Released) -> Iterator[tuple[KeyPath, str]]:
    """Find where a released task or step should be, and say what became of it."""
    tasks = {task.id: {step.id for step in task.steps} for task in guide.tasks}
    elsewhere = {step for steps in tasks.values() for step in steps}
    for slug in (guide.slug, *(former.slug for former in guide.former)):
        for task, steps in released.get(slug, {}).items():
            if task not in tasks:
                yield ("task",), _("The task “{id}” was released and is gone.").format(id=task)
                continue
            for step in steps:
                if step not in tasks[task]:
                    words = (
                        _("The step “{id}” was released in the task “{task}” and is moved.")
                        if step in elsewhere
                        else _("The step “{id}” was released in the task “{task}” and is gone.")
                    )
                    place = ("task", [*tasks].index(task), "step")
                    yield place, words.format(id=step, task=task)
